import { pollChangesTrigger } from "./pollChangesTrigger";
import { syncRecordsTrigger } from "./syncRecordsTrigger";
import { ticketEventWebhook } from "./ticketEventWebhook";

/** Every way in which a flow can start, by the key that flows refer to. */
export const triggers = { pollChangesTrigger, syncRecordsTrigger, ticketEventWebhook };
