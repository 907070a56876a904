/** How much of a text stands in a label. */
const LONGEST_TEXT = 80;

interface Person {
  readonly id: number;
  readonly name?: string | null | undefined;
  readonly email?: string | null | undefined;
}

interface Named {
  readonly id: number;
  readonly name?: string | null | undefined;
}

/** `#1234 Where is my order? — Jo` */
export function ticketLabel({
  id,
  subject,
  customer,
}: {
  readonly id: number;
  readonly subject?: string | null | undefined;
  readonly customer?: Person | null | undefined;
}): string {
  const who = customer?.name || customer?.email;
  return `#${id} ${short(subject) || "(no subject)"}${who ? ` — ${who}` : ""}`;
}

/** `Jo Martin (jo@example.com)` */
export function personLabel({ id, name, email }: Person): string {
  return name && email ? `${name} (${email})` : name || email || `#${id}`;
}

/** `#385373530 Jo Martin: Hello, order #1234 has not arrived yet.` */
export function messageLabel({
  id,
  sender,
  subject,
  body_text,
}: {
  readonly id: number;
  readonly sender?: Person | null | undefined;
  readonly subject?: string | null | undefined;
  readonly body_text?: string | null | undefined;
}): string {
  const who = sender?.name || sender?.email;
  return `#${id} ${who ? `${who}: ` : ""}${short(body_text) || short(subject) || "(empty)"}`;
}

/** `#881234567 ticket-closed, Ticket 153006867, 2024-11-14 14:27 UTC` */
export function eventLabel({
  id,
  type,
  object_type,
  object_id,
  created_datetime,
}: {
  readonly id: number;
  readonly type: string;
  readonly object_type: string;
  readonly object_id: number;
  readonly created_datetime: string;
}): string {
  const when = created_datetime.slice(0, 16).replace("T", " ");
  return `#${id} ${type}, ${object_type} ${object_id}, ${when} UTC`;
}

/** `Colour (Ticket)` */
export function fieldLabel({
  label,
  object_type,
}: {
  readonly id: number;
  readonly label: string;
  readonly object_type: string;
}): string {
  return `${label} (${object_type})`;
}

/** `Acme Support (email)` */
export function typedLabel({ type, ...named }: Named & { readonly type?: string }): string {
  return `${namedLabel(named)}${type ? ` (${type})` : ""}`;
}

/** The name alone. */
export function namedLabel({ id, name }: Named): string {
  return name || `#${id}`;
}

function short(text: string | null | undefined): string {
  const characters = [
    ...(text ?? "")
      .slice(0, 10 * LONGEST_TEXT)
      .replace(/\s+/g, " ")
      .trim(),
  ];
  return characters.length > LONGEST_TEXT
    ? `${characters.slice(0, LONGEST_TEXT - 1).join("")}…`
    : characters.join("");
}
