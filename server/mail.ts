import { createTransport } from "nodemailer";
import type { Config } from "./config.ts";
import { type Letter, letterHtml, letterText } from "./mail/letter.ts";

/** A letter on its way to one person. */
export interface Post {
  readonly to: string;
  readonly letter: Letter;
  /** The same for the same letter, however often it is sent: a mailbox that gets it twice can tell. */
  readonly id: string;
  /** Where one click, or one POST of a mail program, ends such letters. */
  readonly unsubscribe?: string;
  readonly attachments?: readonly { readonly name: string; readonly type: string; readonly content: Buffer }[];
}

/** The post that the product sends. */
export interface Mail {
  send(post: Post): Promise<void>;
  sendInvitation(invitation: { to: string; name: string; link: string }): Promise<void>;
  sendPasswordLink(reset: { to: string; name: string; link: string }): Promise<void>;
  /** Throws where the mail server cannot be reached. */
  check(): Promise<void>;
  close(): void;
}

/** A mail server that says nothing for so long is taken for absent; the job is tried again later. */
const PATIENCE = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 };

/** Null where no mail server is set. */
export function mailOf(setting: Config["mail"]): Mail | null {
  if (setting === null) return null;
  const { from } = setting;
  const transport = createTransport({ url: setting.url, ...PATIENCE });
  const domain = from.replace(/^.*@/, "").replace(/[^A-Za-z0-9.-].*$/, "");
  return {
    send: async ({ to, letter, id, unsubscribe, attachments = [] }) => {
      await transport.sendMail({
        ...{ from, to, subject: letter.subject, text: letterText(letter), html: letterHtml(letter) },
        messageId: `<${id}@${domain}>`,
        headers: { "Auto-Submitted": "auto-generated", ...unsubscribing(unsubscribe) },
        attachments: attachments.map(({ name, type, content }) => ({ filename: name, contentType: type, content })),
      });
    },
    sendInvitation: async ({ to, name, link }) => {
      const text = [
        `Hello ${name},`,
        "you have been invited to Plumbline. Choose a password here; the link works once and for a week:",
        link,
      ].join("\n\n");
      await transport.sendMail({ from, to, subject: "Your invitation to Plumbline", text });
    },
    sendPasswordLink: async ({ to, name, link }) => {
      const text = [
        `Hello ${name},`,
        "someone asked for a new password for your account. Choose one here; the link works once and for a week:",
        link,
        "If that was not you, do nothing: your password stays as it is.",
      ].join("\n\n");
      await transport.sendMail({ from, to, subject: "A new password for Plumbline", text });
    },
    check: async () => {
      await transport.verify();
    },
    close: () => transport.close(),
  };
}

/** RFC 8058: mail programs show a way out of their own, which posts to the address. */
function unsubscribing(address: string | undefined): Record<string, string> {
  if (address === undefined) return {};
  return { "List-Unsubscribe": `<${address}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}
