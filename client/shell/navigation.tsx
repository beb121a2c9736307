import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Icon } from "../ui/icon.tsx";
import { Account } from "./account.tsx";
import { useBackRooms } from "./back-rooms.ts";
import { BrandMark } from "./brand-mark.tsx";
import { useSession } from "./session.tsx";
import "./navigation.css";

type Place = { to: string; label: string; short: string; icon: ReactNode; note?: string | undefined };

/** The rooms of the house that the person may enter. */
function usePlaces(): Place[] {
  const { due, person } = useSession();
  const places: Place[] = [
    {
      to: "/overview",
      label: "Overview",
      short: "Overview",
      icon: <Icon name="list" />,
    },
  ];
  places.push({ to: "/strategy", label: "Strategy", short: "Strategy", icon: <Icon name="thread" /> });
  places.push({ to: "/context", label: "Needs and risks", short: "Needs", icon: <Icon name="compass" /> });
  if (person.may.includes("enter-results")) {
    places.push({
      to: "/entry",
      label: "Enter results",
      short: "Enter",
      icon: <Icon name="pencil" />,
      note: due.entries === 0 ? undefined : `${due.entries} due`,
    });
  }
  places.push({ to: "/actions", label: "Actions", short: "Actions", icon: <Icon name="flag" /> });
  places.push({ to: "/months", label: "Month close", short: "Months", icon: <Icon name="calendar" /> });
  places.push({
    to: "/snapshots",
    label: "Snapshots",
    short: "Snapshots",
    icon: <Icon name="camera" />,
  });
  return places;
}

/** The side bar; icons alone on middle widths, a bar at the foot on phones. */
export function Navigation() {
  const { organisation } = useSession();
  return (
    <nav className="side" aria-label="Main">
      <p className="brand">
        <BrandMark />
        <span className="side-label">{organisation.name}</span>
      </p>
      {usePlaces().map((place) => (
        <Link key={place.to} to={place.to} className="side-link">
          {place.icon}
          <span className="side-label">{place.label}</span>
          <span className="side-short">{place.short}</span>
          {place.note === undefined ? null : <span className="side-note">{place.note}</span>}
        </Link>
      ))}
      <div className="side-foot">
        {useBackRooms().map((room) => (
          <Link key={room.to} to={room.to} className="side-link side-back">
            <Icon name={room.icon} />
            <span className="side-label">{room.label}</span>
          </Link>
        ))}
        <Account />
      </div>
    </nav>
  );
}
