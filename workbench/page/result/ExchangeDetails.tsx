import { Box, Code, Group, Stack, Table, Text, Title } from "@mantine/core";
import type { Exchange, Side } from "../../messages";
import { CopyButton } from "../controls/CopyButton";
import { timeOf } from "../run/runWords";
import { cut } from "./cut";

/** Both sides of a request. */
export function ExchangeDetails({ exchange }: { readonly exchange: Exchange }) {
  const { method, path, request, response, rateLimit, at } = exchange;
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <Text fz="sm" ff="monospace" style={{ overflowWrap: "anywhere" }}>
          {method} {path}
        </Text>
        <Box flex="none">
          <CopyButton name="Copy" textOf={() => textOf(exchange)} />
        </Box>
      </Group>
      <Text fz="xs" c="dimmed">
        Answered at {timeOf(at)}
        {rateLimit && `, rate limit ${rateLimit.used} of ${rateLimit.limit}`}
      </Text>
      <SideDetails name="Request" side={request} />
      {response ? (
        <SideDetails name="Response" side={response} />
      ) : (
        <Text fz="sm">No response came.</Text>
      )}
    </Stack>
  );
}

function SideDetails({
  name,
  side: { headers, body },
}: {
  readonly name: string;
  readonly side: Side;
}) {
  return (
    <section aria-label={name}>
      <Title order={3} size="h5" mb={4}>
        {name}
      </Title>
      <Table
        layout="fixed"
        fz="xs"
        verticalSpacing={2}
        withRowBorders={false}
        aria-label={`${name} headers`}
      >
        <Table.Tbody>
          {Object.entries(headers).map(([header, value]) => (
            <Table.Tr key={header}>
              <Table.Th
                scope="row"
                w="38%"
                style={{ verticalAlign: "top", overflowWrap: "anywhere" }}
              >
                {header}
              </Table.Th>
              <Table.Td style={{ overflowWrap: "anywhere" }}>{String(value)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {body !== undefined && (
        <Code
          block
          mt={4}
          mah={320}
          style={{ overflow: "auto", whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}
          tabIndex={0}
          role="region"
          aria-label={`${name} body`}
        >
          {cut(bodyText(body), "")}
        </Code>
      )}
    </section>
  );
}

function bodyText(body: unknown): string {
  return typeof body === "string" ? body : JSON.stringify(body, null, 2);
}

/** As it would stand in a trace of HTTP. */
function textOf({ method, path, status, request, response }: Exchange): string {
  const side = (first: string, { headers, body }: Side) =>
    [
      first,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      ...(body === undefined ? [] : ["", bodyText(body)]),
    ].join("\n");
  return [side(`${method} ${path}`, request), response ? side(status, response) : status].join(
    "\n\n",
  );
}
