import type { Api, RouteContext } from "../api";
import { accountRoutes } from "./account";
import { customerRoutes } from "./customers";
import { customFieldRoutes } from "./customFields";
import { eventRoutes } from "./events";
import { fieldValueRoutes } from "./fieldValues";
import { fileRoutes } from "./files";
import { integrationRoutes } from "./integrations";
import { jobRoutes } from "./jobs";
import { macroRoutes } from "./macros";
import { messageRoutes } from "./messages";
import { ruleRoutes } from "./rules";
import { searchRoutes } from "./search";
import { statisticsRoutes } from "./statistics";
import { surveyRoutes } from "./surveys";
import { tagRoutes } from "./tags";
import { teamRoutes } from "./teams";
import { ticketRoutes } from "./tickets";
import { ticketTagRoutes } from "./ticketTags";
import { userRoutes } from "./users";
import { viewItemRoutes } from "./viewItems";
import { viewRoutes } from "./views";
import { voiceRoutes } from "./voice";
import { widgetRoutes } from "./widgets";

/** Everything that the API serves. */
export const RESOURCES: readonly ((api: Api, context: RouteContext) => void)[] = [
  accountRoutes,
  ticketRoutes,
  messageRoutes,
  customerRoutes,
  fieldValueRoutes,
  customFieldRoutes,
  eventRoutes,
  surveyRoutes,
  userRoutes,
  teamRoutes,
  tagRoutes,
  ticketTagRoutes,
  viewRoutes,
  viewItemRoutes,
  ruleRoutes,
  macroRoutes,
  searchRoutes,
  statisticsRoutes,
  integrationRoutes,
  widgetRoutes,
  voiceRoutes,
  jobRoutes,
  fileRoutes,
];
