import type { ComponentProps } from "react";
import "./button.css";

export type ButtonKind = "plain" | "primary" | "quiet";

/** The class of something that looks like a button: links are given it as they are. */
export function buttonClass(kind: ButtonKind = "plain"): string {
  return kind === "plain" ? "button" : `button button-${kind}`;
}

/** A verb. At most one `primary` on a screen. */
export function Button({ kind = "plain", className, ...rest }: ComponentProps<"button"> & { kind?: ButtonKind }) {
  const classes = className === undefined ? buttonClass(kind) : `${buttonClass(kind)} ${className}`;
  return <button type="button" {...rest} className={classes} />;
}
