/**
 * New ticket to chat: whenever a ticket is created, a message with its subject and a link to it
 * appears in the team's chat, through an incoming webhook of the chat.
 *
 * A ticket is announced once, even when Gorgias reports it again later or an execution is replayed.
 * Executions that run at the same moment don't know of each other: two of them may announce a ticket
 * twice.
 */
import { configPage, connectionConfigVar, flow, integration } from "@prismatic-io/spectral";
import { componentRegistry } from "../componentRegistry";

/** What Ticket Event Webhook starts the flow with. Without `ticket`, it could not be read in time. */
interface TicketEvent {
  ticket_id: number;
  account: string;
  ticket?: Ticket | null;
}

interface Ticket {
  subject: string | null;
  channel: string;
  customer: { name: string | null; email: string | null } | null;
}

/** How many announced tickets are remembered. */
const REMEMBERED = 500;

export const newTicketToChat = flow({
  name: "New ticket to chat",
  stableKey: "new-ticket-to-chat",
  description: "Announces new tickets in a chat.",
  onTrigger: {
    component: "gorgias",
    key: "ticketEventWebhook",
    values: {
      connection: { configVar: "Gorgias Connection" },
      events: { value: ["ticket-created"] },
    },
  },
  onExecution: async ({ components, configVars, instanceState }, { onTrigger }) => {
    const event = onTrigger.results.body.data as TicketEvent;
    const { ticket_id, account } = event;
    const announced = Array.isArray(instanceState.announced) ? instanceState.announced : [];
    if (announced.includes(ticket_id)) {
      return { data: `Ticket ${ticket_id} was announced before.` };
    }
    let { ticket } = event;
    if (ticket === undefined) {
      ({ data: ticket } = await components.gorgias.getTicket<{ data: Ticket }>({
        connection: configVars["Gorgias Connection"],
        id: String(ticket_id),
      }));
    }
    if (ticket === null) {
      return { data: `Ticket ${ticket_id} is deleted by now.` };
    }
    await post(String(configVars["Chat Connection"].fields.webhookUrl), {
      text: announcementOf(ticket, `https://${account}.gorgias.com/app/ticket/${ticket_id}`),
    });
    return {
      data: `Ticket ${ticket_id} is announced.`,
      // What the trigger keeps there stays.
      instanceState: {
        ...instanceState,
        announced: [...announced, ticket_id].slice(-REMEMBERED),
      },
    };
  },
});

function announcementOf({ subject, channel, customer }: Ticket, link: string): string {
  const from = customer?.name || customer?.email || "somebody unknown";
  const announcement = `New ticket from ${from} (${channel}): ${subject || "no subject"}`;
  return `${asPlainText(announcement)}\n${link}`;
}

/**
 * A text that the chat shows as it stands. What a customer writes would otherwise be read as the
 * chat's own markup: Slack calls everybody in a channel at `<!channel>`
 * (https://api.slack.com/docs/message-formatting).
 */
function asPlainText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** The address of an incoming webhook is a secret: no error repeats it. */
async function post(url: string, message: object): Promise<void> {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(message),
  }).catch(() => {
    throw new Error("The chat cannot be reached. Check the Webhook URL of the Chat Connection.");
  });
  if (!answer.ok) {
    throw new Error(`The chat did not take the message: it answered ${answer.status}.`);
  }
}

export { componentRegistry };

export const configPages = {
  Connections: configPage({
    elements: {
      "Gorgias Connection": connectionConfigVar({
        stableKey: "gorgias-connection",
        dataType: "connection",
        connection: {
          component: "gorgias",
          key: "gorgiasApiKey",
          values: { domain: { value: "" }, username: { value: "" }, apiKey: { value: "" } },
        },
      }),
      "Chat Connection": connectionConfigVar({
        stableKey: "chat-connection",
        dataType: "connection",
        inputs: {
          webhookUrl: {
            label: "Webhook URL",
            type: "password",
            required: true,
            comments: "The address of an incoming webhook. Whoever has it can write into the chat.",
          },
        },
      }),
    },
  }),
};

type Pages = typeof configPages;

declare module "@prismatic-io/spectral" {
  interface IntegrationDefinitionConfigPages extends Pages {}
}

export default integration({
  name: "New ticket to chat",
  description: "Announces new Gorgias tickets in a chat.",
  flows: [newTicketToChat],
  configPages,
  componentRegistry,
});
