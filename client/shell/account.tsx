import { Link } from "@tanstack/react-router";
import { say } from "../text/say.ts";
import { Button, buttonClass } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { Popover } from "../ui/popover.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { LanguageField } from "./language-field.tsx";
import { useRooms } from "./rooms.ts";
import { useSession } from "./session.tsx";
import { useTheme } from "./theme.ts";
import { useLeave } from "./use-leave.ts";

const THEMES = { system: "shell.themeSystem", light: "shell.themeLight", dark: "shell.themeDark" } as const;

/** Who is signed in, the theme of this device, and the way out. */
export function Account() {
  const { person } = useSession();
  return (
    <Popover
      label={say("shell.account", { name: person.name })}
      triggerClass="side-link"
      position="right-end"
      face={
        <>
          <Icon name="person" />
          <span className="side-label">{person.name}</span>
          <span className="side-short">{say("shell.you")}</span>
        </>
      }
    >
      {(close) => <AccountPanel onLeave={close} />}
    </Popover>
  );
}

function AccountPanel({ onLeave }: { onLeave: () => void }) {
  const { person, organisation } = useSession();
  const [theme, chooseTheme] = useTheme();
  const leave = useLeave();
  return (
    <div className="account-panel">
      <div>
        <p>
          <strong>{person.name}</strong>
        </p>
        <p className="small muted">
          {person.roles.map(({ role }) => say(`shell.role.${role}`)).join(", ")} · {organisation.name}
        </p>
      </div>
      <ul className="narrow-only account-rooms">
        {useRooms()
          .filter(({ short }) => short === null)
          .map((room) => (
            <li key={room.to}>
              <Link to={room.to} onClick={onLeave} className={buttonClass()}>
                {room.label}
              </Link>
            </li>
          ))}
      </ul>
      <Link to="/you" search={{}} onClick={onLeave} className={buttonClass()}>
        {say("shell.duties")}
      </Link>
      <Segmented
        label={say("shell.theme")}
        value={theme}
        options={(["system", "light", "dark"] as const).map((value) => ({ value, label: say(THEMES[value]) }))}
        onChange={chooseTheme}
      />
      <LanguageField />
      <Button onClick={leave}>{say("shell.signOut")}</Button>
    </div>
  );
}
