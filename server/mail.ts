import { createTransport } from "nodemailer";
import type { Config } from "./config.ts";

/** The post that the product sends. */
export interface Mail {
  sendInvitation(invitation: { to: string; name: string; link: string }): Promise<void>;
  sendPasswordLink(reset: { to: string; name: string; link: string }): Promise<void>;
  /** Throws where the mail server cannot be reached. */
  check(): Promise<void>;
}

/** Null where no mail server is set. */
export function mailOf(setting: Config["mail"]): Mail | null {
  if (setting === null) return null;
  const transport = createTransport(setting.url);
  return {
    sendInvitation: async ({ to, name, link }) => {
      const text = [
        `Hello ${name},`,
        "you have been invited to Plumbline. Choose a password here; the link works once and for a week:",
        link,
      ].join("\n\n");
      await transport.sendMail({ from: setting.from, to, subject: "Your invitation to Plumbline", text });
    },
    sendPasswordLink: async ({ to, name, link }) => {
      const text = [
        `Hello ${name},`,
        "someone asked for a new password for your account. Choose one here; the link works once and for a week:",
        link,
        "If that was not you, do nothing: your password stays as it is.",
      ].join("\n\n");
      await transport.sendMail({ from: setting.from, to, subject: "A new password for Plumbline", text });
    },
    check: async () => {
      await transport.verify();
    },
  };
}
