/** Parts of the conformance suite that do not apply to this server, and why. */
export interface NotApplicable {
  readonly why: string;
  /** Scenarios, or single checks of one as `scenario:check`. */
  readonly parts: readonly string[];
}

/**
 * All of them. A part that passes after all, or that the suite no longer has, fails the run: it is
 * taken off this list then.
 */
export const NOT_APPLICABLE: readonly NotApplicable[] = [
  {
    why: "calls tools that the suite's own server has",
    parts: [
      "tools-call-simple-text",
      "tools-call-image",
      "tools-call-audio",
      "tools-call-embedded-resource",
      "tools-call-mixed-content",
      "tools-call-error",
      "tools-call-with-progress",
      "json-schema-2020-12",
      "server-sse-polling",
      "server-stateless:sep-2575-server-rejects-undeclared-capability",
      "server-stateless:sep-2575-missing-capability-http-400",
      "server-stateless:sep-2575-http-server-no-independent-requests-on-stream",
      "server-stateless:sep-2575-server-no-log-without-loglevel",
    ],
  },
  {
    why: "has tools of the suite's own server ask for input",
    parts: [
      "tools-call-sampling",
      "tools-call-elicitation",
      "elicitation-sep1034-defaults",
      "elicitation-sep1330-enums",
      "input-required-result-basic-elicitation",
      "input-required-result-basic-sampling",
      "input-required-result-basic-list-roots",
      "input-required-result-request-state",
      "input-required-result-multiple-input-requests",
      "input-required-result-multi-round",
      "input-required-result-missing-input-response",
      "input-required-result-non-tool-request",
      "input-required-result-result-type",
      "input-required-result-tampered-state",
      "input-required-result-capability-check",
      "input-required-result-ignore-extra-params",
    ],
  },
  {
    why: "is about resources, and this server offers none",
    parts: [
      "resources-list",
      "resources-read-text",
      "resources-read-binary",
      "resources-templates-read",
      "resources-subscribe",
      "resources-unsubscribe",
      "sep-2164-resource-not-found",
      "caching:sep-2549-resources-list-caching-hints",
      "caching:sep-2549-resources-templates-list-caching-hints",
    ],
  },
  {
    why: "is about prompts, and this server offers none",
    parts: [
      "prompts-list",
      "prompts-get-simple",
      "prompts-get-with-args",
      "prompts-get-embedded-resource",
      "prompts-get-with-image",
      "completion-complete",
      "caching:sep-2549-prompts-list-caching-hints",
    ],
  },
  {
    why: "is about log messages, and this server sends none",
    parts: ["logging-set-level", "tools-call-with-logging"],
  },
  {
    why: "is about parameters that a tool has in headers, and these tools have none",
    parts: ["http-custom-header-server-validation"],
  },
  {
    why: "is about tasks, an extension that this server does not offer",
    parts: [
      "tasks-lifecycle",
      "tasks-capability-negotiation",
      "tasks-wire-fields",
      "tasks-request-state-removal",
      "tasks-mrtr-input",
      "tasks-request-headers",
      "tasks-dispatch-and-envelope",
      "tasks-status-notifications",
      "tasks-required-task-error",
      "tasks-mrtr-composition",
    ],
  },
];
