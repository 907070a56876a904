import { z } from "zod";
import type { Api, RouteContext } from "../api";
import { isoFromMicros, isoOrNull } from "../clock";
import { datetime, idText, orderBy, paging } from "../parameters";
import { invalid } from "../problem";
import { lifecycle } from "../shop/lifecycle";
import { WIDGET_CONTEXTS, WIDGET_TYPES, type Widget } from "../shop/records/widget";
import { serveCollection } from "./collection";

const listQuery = z.strictObject({
  ...paging(),
  order_by: orderBy("created_datetime", "order"),
  integration_id: idText.optional(),
  app_id: z.string().optional(),
});

const part = z.looseObject({
  path: z.string(),
  type: z.string().min(1),
  title: z.string(),
  widgets: z.array(z.unknown()).exactOptional(),
});

const template = z.looseObject({ type: z.literal("wrapper"), widgets: z.array(part) });
const type = z.enum(WIDGET_TYPES);

/** What a body leaves out has these values, after an update as well: nothing of before is kept. */
const rest = {
  context: z.enum(WIDGET_CONTEXTS).default("ticket"),
  order: z.number().min(0).default(0),
  integration_id: z.int().min(0).nullable().default(null),
  app_id: z.string().nullable().default(null),
  deactivated_datetime: datetime.nullable().default(null),
};

const createBody = z.strictObject({ ...rest, type, template });

const updateBody = z.strictObject({
  ...rest,
  type: type.default("custom"),
  template: template.default({ type: "wrapper", widgets: [] }),
});

/** Widgets, which an update replaces as a whole (`docs/gorgias-api.md`, "Widgets"). */
export function widgetRoutes(api: Api, context: RouteContext): void {
  const { shop } = context;
  const { create, change, remove } = lifecycle(shop, shop.widgets, "Widget");
  const refuseUnknown = ({ integration_id: given }: Pick<Widget, "integration_id">) => {
    if (given !== null && given !== 0 && shop.integrations.get(given) === undefined) {
      throw invalid("integration_id", `There is no integration ${given}.`);
    }
  };

  serveCollection(api, context, {
    path: "/widgets",
    records: shop.widgets,
    shape: widgetShape,
    writtenBy: "basic-agent",
    list: {
      query: listQuery,
      select: ({ integration_id: integrationId, app_id: appId }) => ({
        where: (widget) =>
          (integrationId === undefined || widget.integration_id === integrationId) &&
          (appId === undefined || widget.app_id === appId),
      }),
    },
    get: {},
    create: {
      body: createBody,
      make: (body, by) => {
        refuseUnknown(body);
        return create((made) => ({ ...made, ...body }), by);
      },
    },
    update: {
      body: updateBody,
      change: (widget, body, by) => {
        refuseUnknown(body);
        return change(widget, body, by);
      },
    },
    remove,
  });
}

function widgetShape(widget: Widget) {
  return {
    ...widget,
    uri: `/api/widgets/${widget.id}/`,
    created_datetime: isoFromMicros(widget.created_datetime),
    updated_datetime: isoFromMicros(widget.updated_datetime),
    deactivated_datetime: isoOrNull(widget.deactivated_datetime),
  };
}
