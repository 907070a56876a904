import { Button, Popover, Text, TextInput } from "@mantine/core";
import { InlineDateTimePicker } from "@mantine/dates";
import dayjs from "dayjs";
import utc from "dayjs/plugin/utc";
import { useState } from "react";
import { textOf } from "../values";
import { type FieldProps, frameOf, hintOf, idOf } from "./field";

dayjs.extend(utc);

const LABELS = {
  previousMonth: "Previous month",
  nextMonth: "Next month",
  previousYear: "Previous year",
  nextYear: "Next year",
  previousDecade: "Previous ten years",
  nextDecade: "Next ten years",
};

/** A date and a time: typed as text, or chosen in a calendar, which writes it in UTC. */
export function TimestampField(field: FieldProps) {
  const { input, value, onChange } = field;
  const [isOpen, setOpen] = useState(false);
  const text = textOf(value);
  const title = `${idOf(input.key)}-calendar`;
  // Without a time zone, the connector takes it as UTC.
  const chosen = dayjs.utc(text).local();
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      width={300}
      position="bottom-end"
      trapFocus
      returnFocus
      shadow="md"
    >
      <TextInput
        {...frameOf(field)}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
        placeholder={hintOf(input)}
        autoComplete="off"
        rightSectionWidth={84}
        rightSection={
          <Popover.Target>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={`Choose ${input.label} in a calendar`}
              onClick={() => setOpen(!isOpen)}
            >
              Choose
            </Button>
          </Popover.Target>
        }
      />
      <Popover.Dropdown aria-labelledby={title}>
        <Text id={title} fz="sm" fw={500} mb="xs">
          {input.label}, in your time zone ({Intl.DateTimeFormat().resolvedOptions().timeZone})
        </Text>
        <InlineDateTimePicker
          value={text !== "" && chosen.isValid() ? chosen.format("YYYY-MM-DD HH:mm:ss") : null}
          onChange={(date) => onChange(date === null ? "" : dayjs(date).utc().format())}
          onSubmit={() => setOpen(false)}
          hideOutsideDates
          // The red of weekends is too pale to read.
          weekendDays={[]}
          ariaLabels={LABELS}
          submitButtonProps={{ "aria-label": "Done" }}
          timePickerProps={{
            "aria-label": "Time",
            hoursInputLabel: "Hours",
            minutesInputLabel: "Minutes",
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
