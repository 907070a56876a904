import { REPORT_SCOPES } from "../../schemas/statistic";

/** A scope of reports, as far as it is known. */
export interface ReportScope {
  /** What it counts or measures. Times are in seconds. */
  readonly about: string;
  readonly measures: readonly string[];
  readonly dimensions: readonly string[];
  /** What its time dimension is, the likeliest first. */
  readonly dates: readonly string[];
  /** What else is known of it. */
  readonly hint?: string;
}

type Name = (typeof REPORT_SCOPES)[number];

const WHERE = ["channel", "integrationId", "storeId"];
const WHO_AND_WHERE = ["agentId", ...WHERE];
const CALLS = ["agentId", "integrationId", "phoneNumberId", "queueId"];

/**
 * What a scope takes, as the authors of another client read it in Gorgias' answers and errors
 * (docs/gorgias-api.md, "Statistics"). Gorgias may take more.
 */
export const SCOPES: Readonly<Record<Name, ReportScope>> = {
  "tickets-created": tickets("tickets that were created", "createdDatetime"),
  "tickets-closed": tickets("tickets that were closed", "closedDatetime"),
  "tickets-open": tickets("tickets that are open", "createdDatetime"),
  "tickets-replied": tickets("tickets that an agent replied to", "createdDatetime"),
  "one-touch-tickets": tickets("tickets closed after one reply", "closedDatetime"),
  "zero-touch-tickets": tickets("tickets closed without an agent", "closedDatetime", WHERE),
  "workload-tickets": tickets("tickets that agents have to do", "createdDatetime", ["agentId"]),
  tags: tickets("tickets by tag", "timestamp", ["tagId"]),
  "ticket-fields": {
    ...tickets("tickets by the value of a custom field", "createdDatetime", ["customFieldValue"]),
    hint: "It needs a filter on customFieldId.",
  },
  "ticket-sla": {
    ...tickets("tickets by how they kept to an SLA", "anchorDatetime", ["status"]),
    hint: "slaPolicyUuid is a member of filters.",
  },
  "messages-sent": scope("messages that agents sent", ["messagesCount"], ["sentDatetime"]),
  "messages-received": scope(
    "messages that customers sent",
    ["messagesCount"],
    ["sentDatetime"],
    WHERE,
  ),
  "messages-per-ticket": scope("messages in a ticket", ["averageMessagesCount"]),
  "first-response-time": firstResponse("time to the first reply, automatic ones included"),
  "human-first-response-time": firstResponse("time to the first reply of a person"),
  "response-time": scope(
    "time to a reply",
    ["medianResponseTime"],
    ["sentDatetime", "createdDatetime"],
  ),
  "resolution-time": scope("time until tickets are closed", ["medianResolutionTime"]),
  "ticket-handle-time": scope("time that agents spend on tickets", ["averageHandleTime"]),
  "satisfaction-surveys": scope("surveys and their scores", [
    "averageSurveyScore",
    "scoredSurveysCount",
    "responseRate",
  ]),
  "auto-qa": scope(
    "scores of the automatic quality check",
    ["averageRatingScore"],
    ["closedDatetime"],
    [...WHO_AND_WHERE, "categoryName"],
  ),
  "automated-interactions": scope(
    "interactions without an agent",
    ["automatedInteractions"],
    ["createdDatetime"],
    ["eventType", ...WHERE],
  ),
  "automation-rate": scope(
    "share of interactions without an agent",
    ["automationRate", "automatedTicketCount", "ticketCount"],
    ["createdDatetime"],
    WHERE,
  ),
  "knowledge-insights": scope(
    "views of and clicks on help articles",
    ["viewsCount", "clicksCount"],
    ["createdDatetime"],
    [],
  ),
  "online-time": scope("time that agents are online", ["onlineTime"], ["timestamp"], ["agentId"]),
  "voice-calls": scope("calls", ["voiceCallsCount"], ["createdDatetime"], CALLS),
  "voice-calls-summary": scope(
    "calls and how long they were",
    ["voiceCallsCount", "totalDuration"],
    ["createdDatetime"],
    CALLS,
  ),
  "voice-agent-events": scope(
    "what agents did in calls",
    ["voiceAgentEventsCount"],
    ["timestamp"],
    ["agentId", "integrationId"],
  ),
};

/** Names that were tried as dimensions and refused (docs/gorgias-api.md, "Statistics"). */
export const NO_DIMENSIONS = ["teamId", "slaPolicyUuid"] as const;

/** What is known of a scope; undefined for one that Gorgias does not document. */
export function scopeNamed(name: unknown): ReportScope | undefined {
  const known = REPORT_SCOPES.find((one) => one === name);
  return known && SCOPES[known];
}

/** What is known of a scope, in words. */
export function knownOf(name: string): string {
  const known = scopeNamed(name);
  if (!known) {
    return `The scopes that Gorgias documents are ${REPORT_SCOPES.join(", ")}.`;
  }
  const { measures, dimensions, dates, hint } = known;
  const facts = [
    `measures ${measures.join(", ")}`,
    dimensions.length > 0 ? `dimensions ${dimensions.join(", ")}` : "no dimensions",
    `time dimension ${dates.join(" or ")}`,
  ];
  return [`Known of the scope ${name}: ${facts.join("; ")}.`, hint].filter(Boolean).join(" ");
}

function scope(
  about: string,
  measures: readonly string[],
  dates: readonly string[] = ["createdDatetime"],
  dimensions: readonly string[] = WHO_AND_WHERE,
): ReportScope {
  return { about, measures, dimensions, dates };
}

function tickets(about: string, date: string, dimensions?: readonly string[]): ReportScope {
  return scope(about, ["ticketCount"], [date], dimensions);
}

/** Sources differ about the date. */
function firstResponse(about: string): ReportScope {
  const dates = ["firstAgentMessageDatetime", "sentDatetime"];
  return scope(about, ["medianFirstResponseTime"], dates);
}
