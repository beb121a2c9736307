import { Link } from "@tanstack/react-router";
import { Icon } from "../ui/icon.tsx";
import { Account } from "./account.tsx";
import { BrandMark } from "./brand-mark.tsx";
import { type Room, useRooms } from "./rooms.ts";
import { useSession } from "./session.tsx";
import "./navigation.css";
import { say } from "../text/say.ts";

/** The side bar; icons alone on middle widths, a bar at the foot on phones. */
export function Navigation() {
  const { organisation } = useSession();
  const rooms = useRooms();
  return (
    <nav className="side" aria-label={say("shell.main")}>
      <p className="brand">
        <BrandMark />
        <span className="side-label">{organisation.name}</span>
      </p>
      {rooms
        .filter(({ isBack }) => !isBack)
        .map((room) => (
          <RoomLink key={room.to} room={room} />
        ))}
      <div className="side-foot">
        {rooms
          .filter(({ isBack }) => isBack)
          .map((room) => (
            <RoomLink key={room.to} room={room} />
          ))}
        <Account />
      </div>
    </nav>
  );
}

function RoomLink({ room: { to, label, short, icon, note } }: { room: Room }) {
  return (
    <Link to={to} className={short === null ? "side-link side-back" : "side-link"}>
      <Icon name={icon} />
      <span className="side-label">{label}</span>
      {short === null ? null : <span className="side-short">{short}</span>}
      {note === undefined ? null : <span className="side-note">{note}</span>}
    </Link>
  );
}
