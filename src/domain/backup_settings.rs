//! Settings of a service that change its backups.

/// What the user has set on a service that changes its backups.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BackupSettings {
    /// Whether the setting that backups depend on is disabled.
    pub persistence_disabled: bool,
    /// Whether the time of day of the backups is set.
    pub has_backup_time: bool,
}
