import { z } from "zod";
import type { Api, RouteContext } from "../api";
import { datetime, freeObject, id, orderBy, paging } from "../parameters";
import { surveyShape } from "../shapes/survey";
import { createSurvey, replaceSurvey } from "../shop/surveyChanges";
import { serveCollection } from "./collection";

const listQuery = z.strictObject({ ...paging(), order_by: orderBy("created_datetime") });

const moment = datetime.nullable().exactOptional();

const body = z.strictObject({
  customer_id: id,
  ticket_id: id,
  score: z.int().min(1).max(5).nullable().exactOptional(),
  body_text: z.string().max(1000).nullable().exactOptional(),
  meta: freeObject.nullable().exactOptional(),
  created_datetime: moment,
  scored_datetime: moment,
  sent_datetime: moment,
  should_send_datetime: moment,
});

/** Satisfaction surveys, which an update replaces as a whole. */
export function surveyRoutes(api: Api, context: RouteContext): void {
  const { shop } = context;

  serveCollection(api, context, {
    path: "/satisfaction-surveys",
    records: shop.surveys,
    shape: surveyShape,
    list: { query: listQuery },
    get: {},
    create: { body, make: (given) => createSurvey(shop, given) },
    update: { body, change: (survey, given) => replaceSurvey(shop, survey, given) },
  });
}
