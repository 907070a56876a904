import { Anchor, Spoiler, Table, Text } from "@mantine/core";
import { isObject, type JsonObject } from "../../../src/client/json";
import { cut } from "./cut";
import { short } from "./short";

/** The most characters of a text that is shown in one line. */
const LONG = 120;

/** Room for most names, and for a value beside one, in pixels. */
const NAME_WIDTH = 170;
const VALUE_WIDTH = 180;

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
    <Table
      role="table"
      display="block"
      fz="sm"
      verticalSpacing={4}
      tabularNums
      aria-label="Fields of the answer"
    >
      <Table.Tbody role="rowgroup" display="block">
        {Object.entries(record).map(([key, value]) => (
          // Where there is no room for both, the value stands under the name.
          <Table.Tr key={key} role="row" display="flex" style={{ flexWrap: "wrap" }}>
            <Table.Th
              role="rowheader"
              flex="0 1 36%"
              miw={NAME_WIDTH}
              style={{ overflowWrap: "anywhere" }}
            >
              {key}
            </Table.Th>
            <Table.Td
              role="cell"
              flex={`1 1 ${VALUE_WIDTH}px`}
              miw={0}
              style={{ overflowWrap: "anywhere" }}
            >
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
          {cut(value)}
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
