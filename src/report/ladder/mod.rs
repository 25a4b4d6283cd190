//! The ladder as plain data, without geometry or markup: what can be restored on each plan of a service, or of each service of a stack,
//! on one time axis from now back, with the incident and a verdict for each row.

mod axis;

use super::answer_kind::AnswerKind;
use super::context::PlanContext;
use super::facts::retention;
use super::format;
use super::headline::Label;
use super::incident::IncidentVerdict;
use super::incident::out_of_service::OutOfService;
use super::stack::StackReport;
use super::time_context::TimeContext;
use crate::domain::recovery::Incident;
use crate::domain::{
    Hours, Minutes, Page, PlanId, Policy, RecoveryMode, Scenario, Schedule, Selection, ServiceId,
    Tier, Timestamp, url,
};

pub use axis::Tick;

/// The ladder. All positions are ages: minutes before the restore.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ladder {
    /// Length of the axis: the longest time for which a row keeps a backup.
    pub horizon: Minutes,
    /// Rows: the plans on which a service is offered, smallest first, or the services of a stack.
    pub rows: Vec<LadderRow>,
    /// Ticks of the axis.
    pub ticks: Vec<Tick>,
    /// Age of the incident; `None` without an incident, or if it is later than the restore.
    pub incident: Option<Minutes>,
    /// Least and greatest age of the moment to which all rows can be restored; `None` unless they are the services of a stack.
    pub common_point: Option<AgeRange>,
    /// What the drawing takes for granted.
    pub caption: String,
}

/// Least and greatest age.
pub type AgeRange = (Minutes, Minutes);

/// Row of a ladder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LadderRow {
    /// Name of the plan, or of service and plan, with a mark if the other services could be restored further back without it.
    pub name: String,
    /// Kind of the answer.
    pub kind: AnswerKind,
    /// Whether the page is the answer of the row.
    pub is_selected: bool,
    /// Path of the answer with the scenario, relative to the root of the site.
    pub path: String,
    /// Verdict on the incident; `None` without one.
    pub verdict: Option<IncidentVerdict>,
    /// Retention, or why there is none, in a few characters.
    pub label: String,
    /// The backups; `None` without backups that the user can restore.
    pub backups: Option<LadderBackups>,
    /// Least and greatest age of what is restored; `None` without an incident, or if nothing gets back.
    pub restore_point: Option<AgeRange>,
}

impl LadderRow {
    /// Returns the verdict in one or two words; without an incident the retention, or why there is none.
    pub fn result(&self) -> &str {
        match self.verdict {
            Some(verdict) => verdict.word(),
            None => &self.label,
        }
    }
}

/// Backups of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LadderBackups {
    /// Up to this age there always is a backup.
    pub guaranteed: Minutes,
    /// Up to this age there may be a backup, depending on when backups run.
    pub best_case: Minutes,
    /// Whether any second can be restored. Then `ages` and `frequent` are not shown.
    pub is_continuous: bool,
    /// Ages of the backups of the coarsest tier, newest first.
    pub ages: Vec<Minutes>,
    /// Ages of the newest and of the oldest backup of the finer tier; `None` if there is only one tier.
    pub frequent: Option<AgeRange>,
}

impl Ladder {
    /// Builds the ladder of a page; `None` if the page has none, if no row has a backup that the user can restore, and for a restore
    /// after a power-off or a deletion: the axis ends now, but backups ended then.
    pub fn new(
        policy: &Policy,
        selection: &Selection,
        stack: Option<&StackReport>,
        time: TimeContext,
    ) -> Option<Self> {
        let scenario = &selection.scenario;
        if OutOfService::before_restore(policy, scenario, time).is_some() {
            return None;
        }
        let builder = Builder {
            policy,
            scenario,
            restore_at: scenario.incident.restore_time(time.now),
            knows_backup_time: selection.page != Page::Stack,
        };
        let (rows, common_point) = match (&selection.page, stack) {
            (Page::Service(service), _) => (builder.plans(*service, None), None),
            (Page::Answer(service, plan), _) => (builder.plans(*service, Some(*plan)), None),
            (_, Some(report)) => (builder.members(report), builder.common_point(report)),
            _ => return None,
        };
        let windows = rows.iter().filter_map(|row| row.backups.as_ref());
        let horizon = windows.map(|backups| backups.best_case).max()?;
        Some(Self {
            horizon,
            ticks: axis::ticks(Hours::new(horizon.get() / 60), builder.restore_at, time),
            incident: builder.age(scenario.incident.at),
            common_point,
            caption: builder.caption(&rows, common_point.is_some()),
            rows,
        })
    }
}

struct Builder<'a> {
    policy: &'a Policy,
    scenario: &'a Scenario,
    /// Time of the restore; `None` if it is unknown.
    restore_at: Option<Timestamp>,
    /// Whether the time of day of the backups is that of the rows: services of a stack have their own.
    knows_backup_time: bool,
}

impl<'a> Builder<'a> {
    /// Returns the plans on which a service is offered.
    fn plans(&self, service: ServiceId, selected: Option<PlanId>) -> Vec<LadderRow> {
        let settings = self.scenario.backup_settings();
        let mut scenario = self.scenario.for_other_page();
        scenario.service.persistence_disabled = settings.persistence_disabled;
        let plans = self.policy.plans();
        plans
            .filter(|(plan, _)| self.policy.cell(service, *plan).cell.is_offered())
            .map(|(id, plan)| {
                let context = PlanContext::with_settings(self.policy, service, id, settings);
                let page = Page::Answer(service, id);
                let path = url::encode_with_query(self.policy, &page, &scenario);
                let mut row = self.row(&context, plan.name.clone(), path);
                row.is_selected = selected == Some(id);
                row
            })
            .collect()
    }

    /// Returns the services of the stack.
    fn members(&self, report: &StackReport) -> Vec<LadderRow> {
        let pairs = self.scenario.stack.iter().zip(&report.members);
        pairs
            .map(|((service, plan), member)| {
                let context = PlanContext::new(self.policy, *service, *plan);
                let name = match member.is_limiting {
                    true => format!("{} (limit)", member.name),
                    false => member.name.clone(),
                };
                self.row(&context, name, member.path.clone())
            })
            .collect()
    }

    /// Returns the range of the moment to which all services of the stack can be restored.
    fn common_point(&self, report: &StackReport) -> Option<AgeRange> {
        let time = report.incident.as_ref()?.common_point?;
        self.age(Some(time.max)).zip(self.age(Some(time.min)))
    }

    fn row(&self, context: &PlanContext, name: String, path: String) -> LadderRow {
        let schedule = context.schedule();
        let incident = self.incident();
        let (verdict, recoverability) = incident
            .map(|incident| IncidentVerdict::of_plan(context, &incident))
            .unzip();
        let backups = schedule.map(|schedule| self.backups(schedule));
        let taken = recoverability
            .flatten()
            .and_then(|recoverability| Some(recoverability.outcome()?.restore_point_taken));
        let restore_point = match (&backups, taken, incident) {
            // The log is restored up to the incident.
            (Some(backups), Some(_), Some(incident)) if backups.is_continuous => {
                self.age(Some(incident.at)).map(|age| (age, age))
            }
            (_, Some(taken), _) => self.age(Some(taken.max)).zip(self.age(Some(taken.min))),
            _ => None,
        };
        LadderRow {
            name,
            kind: AnswerKind::from(context.cell),
            is_selected: false,
            path,
            verdict,
            label: label(context),
            backups,
            restore_point,
        }
    }

    /// Returns the incident; `None` if its time or that of the restore is unknown.
    fn incident(&self) -> Option<Incident> {
        let input = &self.scenario.incident;
        Some(Incident {
            at: input.at?,
            restore_at: self.restore_at?,
            backup_time: input.backup_time.filter(|_| self.knows_backup_time),
        })
    }

    /// Returns the age of a time at the restore; `None` if either is unknown, or if it is later.
    fn age(&self, time: Option<Timestamp>) -> Option<Minutes> {
        self.restore_at?.checked_duration_since(time?)
    }

    /// Returns the backups of a schedule: the actual ones if their time of day is known, or else those of a newest backup of the
    /// coarsest tier that is half an interval old.
    fn backups(&self, schedule: &Schedule) -> LadderBackups {
        let coarsest = schedule.tiers().last();
        let phase = self.known_phase(schedule).unwrap_or_else(|| {
            let interval = coarsest.map(Tier::interval).unwrap_or_default();
            Minutes::new(interval.to_minutes().get() / 2)
        });
        // A backup of a coarser tier is one of every finer tier, so that the phase of the coarsest tier determines all ages.
        let ages = |tier: &Tier| tier.ages(phase);
        let frequent = match schedule.tiers() {
            [finest, _, ..] => ages(finest).next().zip(ages(finest).next_back()),
            _ => None,
        };
        LadderBackups {
            guaranteed: schedule.guaranteed_window().to_minutes(),
            best_case: schedule.best_case_window().to_minutes(),
            is_continuous: schedule.mode() == RecoveryMode::Pitr,
            ages: coarsest
                .map(|tier| ages(tier).collect())
                .unwrap_or_default(),
            frequent,
        }
    }

    /// Returns the age of the newest backup of the coarsest tier; `None` if the time of day of the backups is unknown.
    fn known_phase(&self, schedule: &Schedule) -> Option<Minutes> {
        let backup_time = self.scenario.incident.backup_time;
        let backup_time = backup_time.filter(|_| self.knows_backup_time);
        let phases = schedule.possible_phases(self.restore_at?, backup_time)?;
        phases.iter().next().map(Minutes::new)
    }

    /// Returns what the drawing takes for granted.
    fn caption(&self, rows: &[LadderRow], has_common_point: bool) -> String {
        let backups = || rows.iter().filter_map(|row| row.backups.as_ref());
        let is_known = self.knows_backup_time && self.scenario.incident.backup_time.is_some();
        let mut caption = "Pale: depends on the backup time.".to_owned();
        if backups().any(|backups| !backups.is_continuous) {
            caption += match is_known && self.restore_at.is_some() {
                true => " Dots: backups at their time.",
                false => " Dots: an example.",
            };
        }
        let is_range = |row: &LadderRow| row.restore_point.is_some_and(|(min, max)| min < max);
        if rows.iter().any(is_range) {
            caption += " Outlined: the backup to restore.";
        }
        if has_common_point {
            caption += " Dashed: the common restore point.";
        }
        caption
    }
}

/// Returns the retention of a plan, or why there is none, in a few characters.
fn label(context: &PlanContext) -> String {
    match context.cell.schedule() {
        Some(_) if context.ended().is_some() => "Ended".to_owned(),
        Some(schedule) => format::retention(retention(schedule)),
        None => Label::from(context.cell).to_string(),
    }
}
