import { Anchor, Spoiler, Table, Text } from "@mantine/core";
import { isObject, type JsonObject } from "../../../src/client/json";
import { short } from "./short";

/** The most characters of a text that is shown in one line. */
const LONG = 120;

/** A record with a line a field. What is nested stands there in short, and opens. */
export function RecordTable({
  record,
  open,
}: {
  readonly record: JsonObject;
  /** Opens what is nested. */
  readonly open: (title: string, value: unknown) => void;
}) {
  return (
    <Table layout="fixed" fz="sm" verticalSpacing={5} tabularNums aria-label="Fields of the answer">
      <Table.Tbody>
        {Object.entries(record).map(([key, value]) => (
          <Table.Tr key={key}>
            <Table.Th
              scope="row"
              w="36%"
              style={{ verticalAlign: "top", overflowWrap: "anywhere" }}
            >
              {key}
            </Table.Th>
            <Table.Td style={{ overflowWrap: "anywhere" }}>
              <Value name={key} value={value} open={() => open(key, value)} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Value({
  name,
  value,
  open,
}: {
  readonly name: string;
  readonly value: unknown;
  readonly open: () => void;
}) {
  if (typeof value === "string" && (value.length > LONG || value.includes("\n"))) {
    return (
      <Spoiler
        maxHeight={110}
        showLabel="Show all"
        hideLabel="Show less"
        transitionDuration={0}
        styles={{ control: { fontSize: "inherit" } }}
      >
        <Text inherit style={{ whiteSpace: "pre-wrap" }}>
          {value}
        </Text>
      </Spoiler>
    );
  }
  const isNested = (Array.isArray(value) || isObject(value)) && Object.keys(value).length > 0;
  return isNested ? (
    <Anchor
      component="button"
      type="button"
      fz="sm"
      ta="start"
      aria-label={`Open ${name}: ${short(value)}`}
      onClick={open}
    >
      {short(value)}
    </Anchor>
  ) : (
    short(value)
  );
}
