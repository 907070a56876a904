import { z } from "zod";
import type { Api, RouteContext } from "../api";
import { datetime, freeObject, id, idPath, orderBy, paging } from "../parameters";
import { surveyShape } from "../shapes/survey";
import { createSurvey } from "../shop/surveyChanges";

const listQuery = z.strictObject({ ...paging(), order_by: orderBy("created_datetime") });

const moment = datetime.nullable().exactOptional();

const createBody = z.strictObject({
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

/** Satisfaction surveys: list, get, create. */
export function surveyRoutes(app: Api, { shop, pages }: RouteContext): void {
  app.get("/satisfaction-surveys", { schema: { querystring: listQuery } }, ({ url, query }) =>
    pages.answer(url, query, {
      records: shop.surveys.orderedBy(query.order_by),
      shape: surveyShape,
    }),
  );

  app.get("/satisfaction-surveys/:id", { schema: { params: idPath } }, ({ params }) =>
    surveyShape(shop.surveys.one(params.id)),
  );

  app.post("/satisfaction-surveys", { schema: { body: createBody } }, ({ body }, reply) => {
    reply.code(201);
    return surveyShape(createSurvey(shop, body));
  });
}
