/**
 * Nightly export of satisfaction surveys: every night, all surveys of the account go into a file
 * store as a CSV file, by HTTP PUT.
 *
 * The file is named after the day, in UTC, as the schedule is. Running it again replaces that day's
 * file.
 */
import {
  type Connection,
  configPage,
  configVar,
  connectionConfigVar,
  flow,
  integration,
} from "@prismatic-io/spectral";
import { componentRegistry } from "../componentRegistry";

/** What Export List answers. */
interface File {
  data: Uint8Array<ArrayBuffer>;
  contentType: string;
}

export const nightlySurveyExport = flow({
  name: "Nightly survey export",
  stableKey: "nightly-survey-export",
  description: "Puts all satisfaction surveys into a file store.",
  schedule: { configVar: "Export Schedule" },
  onExecution: async ({ components, configVars, startedAt }) => {
    const file = await components.gorgias.exportList<File>({
      connection: configVars["Gorgias Connection"],
      resource: "satisfactionSurveys",
      columns: ["id", "ticket_id", "customer_id", "score", "body_text", "scored_datetime"],
    });
    const day = startedAt.slice(0, 10);
    const name = `surveys-${day}.csv`;
    await put(configVars["Store Connection"], name, file);
    return { data: { name, bytes: file.data.byteLength } };
  },
});

async function put({ fields }: Connection, name: string, file: File): Promise<void> {
  const answer = await fetch(`${fields.address}/${name}`, {
    method: "PUT",
    headers: { authorization: `Bearer ${fields.token}`, "content-type": file.contentType },
    body: file.data,
  }).catch(() => {
    throw new Error("The store cannot be reached. Check the Address of the Store Connection.");
  });
  if (!answer.ok) {
    throw new Error(`The store did not take ${name}: it answered ${answer.status}.`);
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
      "Store Connection": connectionConfigVar({
        stableKey: "store-connection",
        dataType: "connection",
        inputs: {
          address: {
            label: "Address",
            type: "string",
            required: true,
            comments: "The folder for the files.",
          },
          token: { label: "Token", type: "password", required: true, comments: "May write files." },
        },
      }),
      "Export Schedule": configVar({
        stableKey: "export-schedule",
        dataType: "schedule",
        description: "When to export. Files are named after the day in UTC.",
        defaultValue: "0 2 * * *",
        timeZone: "UTC",
      }),
    },
  }),
};

type Pages = typeof configPages;

declare module "@prismatic-io/spectral" {
  interface IntegrationDefinitionConfigPages extends Pages {}
}

export default integration({
  name: "Nightly survey export",
  description: "Puts the satisfaction surveys of Gorgias into a file store, as CSV.",
  flows: [nightlySurveyExport],
  configPages,
  componentRegistry,
});
