import { integrationType } from "../../inputs/integrations";
import { integration } from "../../schemas/integration";
import { ORDERS_BY_CREATION } from "../../schemas/orders";
import { list } from "../list";

export const listIntegrations = list({
  route: "GET /integrations",
  label: "List Integrations",
  description: "List integrations: mailboxes, chats, shops, HTTP integrations and so on.",
  guidance: "To find one by a part of its name, use {search} with the type integration.",
  filters: { type: integrationType },
  orders: ORDERS_BY_CREATION,
  item: integration,
});
