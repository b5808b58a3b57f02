import { createTransport } from 'nodemailer';

export interface MailSettings {
  /** Mail server, `smtp://…` or `smtps://…`; null: mails stay unsent, people read their notices in the pages. */
  smtpUrl: string | null;
  /** Sender, e.g. `Vinh Danh <vinhdanh@example.vn>`. */
  from: string;
  /** Address of the pages, without a slash at the end; links start with it. */
  publicUrl: string;
}

export interface Mail {
  /** Id of what the mail tells; the same id gives the same Message-ID, so a mail sent twice is shown once. */
  id: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  locale: 'vi' | 'en';
  /** iCalendar object that comes with it. */
  calendar?: string;
}

export interface Mailer {
  /** Resolves when the server accepted the mail; rejects when it did not. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** Connection to the mail server, opened with the first mail; `close` ends it. */
export function openMailer(smtpUrl: string, from: string): Mailer {
  const transport = createTransport(
    { url: smtpUrl, pool: true, maxConnections: 1, connectionTimeout: 10_000, socketTimeout: 30_000 },
    { from },
  );
  return {
    async send({ id, to, subject, text, html, locale, calendar }) {
      await transport.sendMail({
        messageId: `<${id}@${domainOf(from)}>`,
        to,
        subject,
        text,
        html,
        // As a file too: not every reader offers to take in what is only a part of the mail.
        ...(calendar !== undefined && {
          icalEvent: { filename: 'phien-hop.ics', content: calendar, method: methodOf(calendar) },
        }),
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale },
      });
    },
    close: () => transport.close(),
  };
}

/** The plain address of a sender: `a@example.vn` of `Vinh Danh <a@example.vn>`. */
export function addressOf(from: string): string {
  return /([^\s<>@]+@[^\s<>@]+)>?$/.exec(from.trim())?.[1] ?? 'vinhdanh@vinhdanh.invalid';
}

const domainOf = (from: string) => addressOf(from).split('@')[1];

const methodOf = (calendar: string) => (calendar.includes('METHOD:CANCEL') ? 'CANCEL' : 'REQUEST');
