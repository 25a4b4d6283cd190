//! Headings and labels that pages and exports share.

/// Title of the matrix of all services and plans.
pub const MATRIX: &str = "Backups by service and plan";

/// Title of the page of the stack.
pub const STACK: &str = "Stack";

/// Heading of the metrics of the whole stack.
pub const STACK_COMBINED: &str = "Whole stack";

/// Heading of what the common restore point of a stack is and is not.
pub const STACK_REMARKS: &str = "About the common restore point";

/// Heading of the conditions of an answer.
pub const CONDITIONS: &str = "Conditions";

/// Mark of the members that limit the stack.
pub const LIMITING: &str = "sets the limit";

/// Heading of the differences between the plans of a service.
pub const PLAN_STEPS: &str = "Differences between plans";

/// Heading of an incident.
pub const INCIDENT: &str = "Check an incident";

/// Name of what the answer on an incident says in detail.
pub const NEXT_STEPS: &str = "What you can do";

/// What the flag of the ladder is for.
pub const LADDER_HINT: &str = "Drag the flag. ";

/// Heading of what a positive answer to an incident takes for granted.
pub const CAVEATS: &str = "What would break this answer";

/// Heading of the steps of a restore.
pub const RESTORE: &str = "Restore it";

/// Heading of retention and restore points.
pub const RETENTION: &str = "Retention and restore points";

/// Heading of the export tools.
pub const EXPORT_TOOLS: &str = "Export your data";

/// Label of the names of the export tools.
pub const EXPORT_TOOL: &str = "Export tool";

/// Heading of the requirements.
pub const REQUIREMENTS: &str = "Requirements";

/// Label of the requirement on the guaranteed window.
pub const MIN_WINDOW: &str = "Retention at least";

/// Label of the requirement on the worst-case loss.
pub const MAX_LOSS: &str = "Data loss at most";

/// Label of the requirement of point-in-time recovery.
pub const PITR_REQUIRED: &str = "PITR";
