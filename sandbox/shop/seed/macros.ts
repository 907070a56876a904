import { DAY, type Micros } from "../../clock";
import type { Macro, MacroAction } from "../records/macro";

/** The macro that the rule on late orders applies. */
export const LATE_ORDER_ID = 374_703;

const FIRST_ID = 374_701;

interface Made {
  name: string;
  language?: string;
  intent?: Macro["intent"];
  text?: string;
  tags?: string;
  priority?: string;
  archived?: true;
}

const TRACKING = "{{ticket.customer.integrations.shopify.orders[0].fulfillments[0].tracking_url}}";
const ORDER = "{{ticket.customer.integrations.shopify.orders[0].name}}";
const HELLO = "Hi {{ticket.customer.firstname}},\n\n";
const BYE = "\n\nKind regards,\n{{current_user.firstname}}";

const MACROS: readonly Made[] = [
  { name: "Thanks", language: "en", intent: "other/thanks", text: `You are welcome!${BYE}` },
  { name: "Not urgent", priority: "low" },
  {
    name: "Where is my order? Late",
    language: "en",
    intent: "shipping/delivery-issue",
    text: `${HELLO}I am sorry that ${ORDER} is late. The carrier has it, and I keep an eye on it.${BYE}`,
    tags: "order-status,urgent",
    priority: "high",
  },
  {
    name: "Return: send a label",
    language: "en",
    intent: "return/request",
    text: `${HELLO}Please use the attached label within 30 days. We refund you once the parcel is here.${BYE}`,
    tags: "return",
  },
  {
    name: "Return: too late",
    language: "en",
    intent: "return/request",
    text: `${HELLO}The 30 days for ${ORDER} are over, so I can offer you store credit instead.${BYE}`,
    tags: "return",
  },
  {
    name: "Return: received",
    language: "en",
    intent: "return/status",
    text: `${HELLO}Your parcel is back with us. The refund takes three to five days.${BYE}`,
  },
  {
    name: "Damaged: ask for photos",
    language: "en",
    intent: "order/damaged",
    text: `${HELLO}That should not happen! Could you send us a photo of the item and of the box?${BYE}`,
    tags: "damaged",
    priority: "high",
  },
  {
    name: "Damaged: replacement",
    language: "en",
    intent: "order/damaged",
    text: `${HELLO}A replacement for ${ORDER} leaves our warehouse today.${BYE}`,
    tags: "damaged",
  },
  {
    name: "Wrong item",
    language: "en",
    intent: "order/wrong",
    text: `${HELLO}Please keep what you got. The right item leaves today.${BYE}`,
  },
  {
    name: "Cancel: done",
    language: "en",
    intent: "order/cancel",
    text: `${HELLO}Order ${ORDER} is cancelled, and the amount is on its way back.${BYE}`,
    tags: "cancel",
  },
  {
    name: "Cancel: already sent",
    language: "en",
    intent: "order/cancel",
    text: `${HELLO}Order ${ORDER} has left already. You can refuse the parcel or send it back for free.${BYE}`,
    tags: "cancel",
  },
  {
    name: "Change of address",
    language: "en",
    intent: "shipping/change",
    text: `${HELLO}I changed the address of ${ORDER}.${BYE}`,
    tags: "order-change",
  },
  {
    name: "Discount code",
    language: "en",
    intent: "discount/request",
    text: `${HELLO}WELCOME15 takes 15% off your next order.${BYE}`,
    tags: "discount",
  },
  {
    name: "Out of stock",
    language: "en",
    intent: "stock/request",
    text: `${HELLO}We expect it back within ten days. Shall I write to you then?${BYE}`,
    tags: "pre-sale",
  },
  {
    name: "Refund: when?",
    language: "en",
    intent: "refund/status",
    text: `${HELLO}We sent the refund for ${ORDER}; banks take up to five days.${BYE}`,
  },
  {
    name: "Wholesale enquiry",
    language: "en",
    text: `${HELLO}Thank you for your interest! Our wholesale team writes to {{ticket.customer.email}}.${BYE}`,
    tags: "wholesale",
  },
  { name: "Escalate", tags: "urgent", priority: "critical" },
  {
    name: "Where is my order?",
    language: "en",
    intent: "shipping/status",
    text: `${HELLO}Your order is on its way: the carrier writes to you on the day before it comes.${BYE}`,
    tags: "order-status",
  },
  {
    name: "Où est ma commande ?",
    language: "fr",
    intent: "shipping/status",
    text: `Bonjour {{ticket.customer.firstname}},\n\nVotre commande ${ORDER} est en route : ${TRACKING}`,
    tags: "order-status",
  },
  {
    name: "Retour : étiquette",
    language: "fr",
    intent: "return/request",
    text: "Bonjour {{ticket.customer.firstname}},\n\nVoici votre étiquette de retour.",
    tags: "return",
  },
  {
    name: "Wo ist meine Bestellung?",
    language: "de",
    intent: "shipping/status",
    text: `Guten Tag {{ticket.customer.name}},\n\nIhre Bestellung ${ORDER} ist unterwegs: ${TRACKING}`,
    tags: "order-status",
  },
  {
    name: "Ersatz für Beschädigtes",
    language: "de",
    intent: "order/damaged",
    text: "Guten Tag {{ticket.customer.name}},\n\nder Ersatz geht heute noch raus.",
    tags: "damaged",
  },
  {
    name: "¿Dónde está mi pedido?",
    language: "es",
    intent: "shipping/status",
    text: `Hola {{ticket.customer.firstname}}:\n\nSu pedido ${ORDER} está en camino: ${TRACKING}`,
    tags: "order-status",
  },
  {
    name: "Black Friday 2024",
    language: "en",
    intent: "discount/request",
    text: `${HELLO}The offers end on Monday at midnight.${BYE}`,
    archived: true,
  },
  {
    name: "Carrier strike",
    language: "fr",
    intent: "shipping/delivery-issue",
    text: "Bonjour,\n\nLa grève du transporteur retarde votre colis.",
    archived: true,
  },
];

/** The macros of the account; two have had their day. */
export function macros(opened: Micros): Macro[] {
  return MACROS.map(({ name, language, intent, archived, ...does }, index) => {
    const created = opened + 18_000_000_209 + index * 1_000_003;
    return {
      id: FIRST_ID + index,
      external_id: null,
      name,
      intent: intent ?? null,
      language: language ?? null,
      usage: (index * 37) % 211,
      actions: actionsOf(does),
      created_datetime: created,
      updated_datetime: index % 3 === 0 ? null : created + index * DAY,
      archived_datetime: archived ? created + 60 * DAY : null,
    };
  });
}

/** The actions, as `docs/gorgias-api.md`, "Macros", describes them. */
function actionsOf({ text, tags, priority }: Omit<Made, "name">): MacroAction[] {
  const actions: MacroAction[] = [];
  if (text !== undefined) {
    const html = text
      .split("\n\n")
      .map((part) => `<div>${part.replaceAll("\n", "<br>")}</div>`)
      .join("<br>");
    actions.push({
      name: "setResponseText",
      title: "Add response text",
      arguments: { body_text: text, body_html: html },
    });
  }
  if (tags !== undefined) {
    actions.push({ name: "addTags", title: "Add tags", arguments: { tags } });
  }
  if (priority !== undefined) {
    actions.push({ name: "setPriority", title: "Set priority", arguments: { priority } });
  }
  return actions;
}
