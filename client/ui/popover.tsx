import { Popover as MantinePopover } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { buttonClass } from "./button.tsx";

type PopoverProps = {
  /** What the trigger shows. */
  face: ReactNode;
  /** Names the trigger and the panel where the face alone would not. */
  label: string;
  triggerClass?: string;
  width?: number;
  /** Where the panel opens: below, or beside where something else stands below. */
  position?: "bottom-start" | "right-end";
  children: (close: () => void) => ReactNode;
};

/** A button that opens a panel below itself. The panel takes the focus, and gives it back when it closes. */
export function Popover({
  face,
  label,
  triggerClass = buttonClass(),
  width,
  position = "bottom-start",
  children,
}: PopoverProps) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <MantinePopover
      opened={isOpen}
      onChange={setOpen}
      position={position}
      trapFocus
      returnFocus
      {...(width === undefined ? {} : { width })}
      transitionProps={{ duration: 0 }}
      classNames={{ dropdown: "popover" }}
    >
      <MantinePopover.Target>
        <button
          type="button"
          className={`${triggerClass} popover-trigger`}
          aria-label={label}
          onClick={() => setOpen((wasOpen) => !wasOpen)}
        >
          {face}
        </button>
      </MantinePopover.Target>
      <MantinePopover.Dropdown aria-label={label}>{isOpen ? children(close) : null}</MantinePopover.Dropdown>
    </MantinePopover>
  );
}
