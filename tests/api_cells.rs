//! All 52 published cells against values computed by hand from the policy document.
#![cfg(feature = "site")]

mod fixtures;

use backup_calculator::export::api::CellJson;
use fixtures::{later_policy, policy, report, reports};

/// Cell · what it is · tiers as `interval x count` or `interval < age` · restore points · guaranteed and best-case
/// window in hours · worst-case loss in minutes · the document's words. Worked out by hand:
/// N days counted gives N / I + 1 backups, (n-1) I and n I; an age R gives R / I backups, R - I and R.
const CELLS: &str = "
kafka/hobbyist           no backups     -               -   -   -    -     No backups
kafka/startup            no backups     -               -   -   -    -     No backups
kafka/business           no backups     -               -   -   -    -     No backups
kafka/premium            no backups     -               -   -   -    -     No backups
postgresql/hobbyist      recovery only  -               -   -   -    -     Single backup only for disaster recovery
postgresql/startup       pitr           24x3            3   48  72   0     2 days with PITR
postgresql/business      pitr           24x15           15  336 360  0     14 days with PITR
postgresql/premium       pitr           24x31           31  720 744  0     30 days with PITR
mysql/hobbyist           recovery only  -               -   -   -    -     Single backup only for disaster recovery
mysql/startup            pitr           24x3            3   48  72   0     2 days with PITR
mysql/business           pitr           24x15           15  336 360  0     14 days with PITR
mysql/premium            pitr           24x31           31  720 744  0     30 days with PITR
opensearch/hobbyist      recovery only  -               -   -   -    -     Single backup only for disaster recovery
opensearch/startup       basic          1<24,24<72      26  48  72   60    Hourly backup for 24 hours and Daily backup for 3 days
opensearch/business      basic          1<24,24<336     37  312 336  60    Hourly backup for 24 hours and Daily backup for 14 days
opensearch/premium       basic          1<24,24<720     53  696 720  60    Hourly backup for 24 hours and Daily backup for 30 days
cassandra/hobbyist       not offered    -               -   -   -    -     Plan not available
cassandra/startup        basic          24x1            1   0   24   1440  Single day backup
cassandra/business       basic          24x1            1   0   24   1440  Single day backup
cassandra/premium        basic          24x1            1   0   24   1440  Single day backup
redis/hobbyist           recovery only  -               -   -   -    -     Single backup only for disaster recovery
redis/startup            basic          12x3            3   24  36   720   Backup every 12 hours up to 1 day
redis/business           basic          12x7            7   72  84   720   Backup every 12 hours up to 3 days
redis/premium            basic          12x27           27  312 324  720   Backup every 12 hours up to 13 days
influxdb/hobbyist        not offered    -               -   -   -    -     Plan not available
influxdb/startup         basic          12x6            6   60  72   720   Backup every 12 hours up to 2.5 days
influxdb/business        not offered    -               -   -   -    -     Plan not available
influxdb/premium         not offered    -               -   -   -    -     Plan not available
flink/hobbyist           not offered    -               -   -   -    -     Plan not available
flink/startup            basic          1x3             3   2   3    60    Hourly backup up to 2 hours
flink/business           basic          1x3             3   2   3    60    Hourly backup up to 2 hours
flink/premium            not offered    -               -   -   -    -     Plan not available
m3db/hobbyist            not offered    -               -   -   -    -     Plan not available
m3db/startup             basic          24x1            1   0   24   1440  Single day backup
m3db/business            basic          24x7            7   144 168  1440  Daily backup up to 6 days
m3db/premium             basic          24x14           14  312 336  1440  Daily backup up to 13 days
m3aggregator/hobbyist    not offered    -               -   -   -    -     Plan not available
m3aggregator/startup     not offered    -               -   -   -    -     Plan not available
m3aggregator/business    no backups     -               -   -   -    -     No backups
m3aggregator/premium     no backups     -               -   -   -    -     No backups
m3coordinator/hobbyist   not offered    -               -   -   -    -     Plan not available
m3coordinator/startup    not offered    -               -   -   -    -     Plan not available
m3coordinator/business   no backups     -               -   -   -    -     No backups
m3coordinator/premium    no backups     -               -   -   -    -     No backups
grafana/hobbyist         not offered    -               -   -   -    -     Plan not available
grafana/startup          basic          1x25            25  24  25   60    Backup every 1 hour up to 1 day
grafana/business         not offered    -               -   -   -    -     Plan not available
grafana/premium          not offered    -               -   -   -    -     Plan not available
clickhouse/hobbyist      basic          24x3            3   48  72   1440  Daily backups up to 2 days
clickhouse/startup       basic          24x3            3   48  72   1440  Daily backups up to 2 days
clickhouse/business      basic          24x15           15  336 360  1440  Daily backups up to 14 days
clickhouse/premium       basic          24x31           31  720 744  1440  Daily backups up to 30 days
";

/// Service · API service type · export tools, in the order of the document.
const SERVICES: &str = "
kafka kafka
postgresql pg pg_dump
mysql mysql mysqldump
opensearch opensearch elasticdump
cassandra cassandra cqlsh
redis redis redis-cli
influxdb influxdb influxd
flink flink
m3db m3db
m3aggregator m3aggregator
m3coordinator m3coordinator
grafana grafana
clickhouse clickhouse
";

/// Formats a cell in the notation of [`CELLS`], with single spaces.
fn in_short(cell: &CellJson) -> String {
    let number = |number: Option<u32>| number.map_or("-".to_owned(), |number| number.to_string());
    let tier = |tier: &backup_calculator::export::api::TierJson| match (
        tier.keep_count,
        tier.keep_age_hours,
    ) {
        (Some(count), None) => format!("{}x{count}", tier.interval_hours),
        (None, Some(age)) => format!("{}<{age}", tier.interval_hours),
        both => panic!(
            "{}/{} has a tier with the rules {both:?}",
            cell.service, cell.plan
        ),
    };
    let mode = cell.recovery_mode.map(|mode| {
        serde_json::to_value(mode)
            .unwrap()
            .as_str()
            .unwrap()
            .to_owned()
    });
    let what = match (cell.offered, cell.backups, cell.user_restorable) {
        (false, false, false) => "not offered".to_owned(),
        (true, false, false) => "no backups".to_owned(),
        (true, true, false) => "recovery only".to_owned(),
        (true, true, true) => mode.clone().unwrap_or_default(),
        flags => panic!("{}/{} cannot be {flags:?}", cell.service, cell.plan),
    };
    assert_eq!(
        mode.is_some(),
        cell.user_restorable,
        "{}/{}",
        cell.service,
        cell.plan
    );
    let tiers: Vec<String> = cell.tiers.iter().map(tier).collect();
    let tiers = if tiers.is_empty() {
        "-".to_owned()
    } else {
        tiers.join(",")
    };
    format!(
        "{}/{} {what} {tiers} {} {} {} {} {}",
        cell.service,
        cell.plan,
        number(cell.restore_points),
        number(cell.guaranteed_window_hours),
        number(cell.best_case_window_hours),
        number(cell.worst_case_loss_minutes),
        cell.policy_text,
    )
}

fn rows(table: &str) -> Vec<String> {
    table
        .lines()
        .filter(|line| !line.is_empty())
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}

#[test]
fn all_52_cells_match_hand_computed_values() {
    let policy = policy();
    let cells: Vec<CellJson> = reports(&policy)
        .iter()
        .map(|report| CellJson::new(&policy, report))
        .collect();
    let expected = rows(CELLS);
    assert_eq!(expected.len(), 52);
    assert_eq!(cells.len(), 52);
    for (cell, expected) in cells.iter().zip(&expected) {
        assert_eq!(in_short(cell), *expected);
    }
}

#[test]
fn the_examples_of_the_issue_hold() {
    #[track_caller]
    fn check(name: &str, expected: [Option<u32>; 4]) {
        let cell = CellJson::new(&policy(), &report(&policy(), name));
        let [points, sure, best, loss] = expected;
        assert_eq!(cell.restore_points, points, "restore points");
        assert_eq!(cell.guaranteed_window_hours, sure, "guaranteed window");
        assert_eq!(cell.best_case_window_hours, best, "best-case window");
        assert_eq!(cell.worst_case_loss_minutes, loss, "worst-case loss");
    }
    check(
        "postgresql/business",
        [Some(15), Some(336), Some(360), Some(0)],
    );
    check(
        "opensearch/premium",
        [Some(53), Some(696), Some(720), Some(60)],
    );
    check(
        "cassandra/startup",
        [Some(1), Some(0), Some(24), Some(1440)],
    );
    check("m3aggregator/business", [None; 4]);
    check("influxdb/premium", [None; 4]);
    let aggregator = CellJson::new(&policy(), &report(&policy(), "m3aggregator/business"));
    assert_eq!((aggregator.offered, aggregator.backups), (true, false));
    let influxdb = CellJson::new(&policy(), &report(&policy(), "influxdb/premium"));
    assert_eq!((influxdb.offered, influxdb.backups), (false, false));
}

#[test]
fn a_service_that_has_ended_offers_nothing_whatever_the_table_says() {
    let policy = later_policy();
    for name in ["redis/premium", "redis/hobbyist", "dragonfly/startup"] {
        let ended = CellJson::new(&policy, &report(&policy, name));
        assert!(ended.policy_text.contains("ackup"), "{}", ended.policy_text);
        let claims = [ended.offered, ended.backups, ended.user_restorable];
        assert_eq!(claims, [false; 3], "{name}");
        assert_eq!((ended.restore_points, ended.tiers), (None, Vec::new()));
    }
}

#[test]
fn cells_name_service_plan_edition_tools_and_page() {
    let policy = policy();
    let services = rows(SERVICES);
    for (index, report) in reports(&policy).iter().enumerate() {
        let cell = CellJson::new(&policy, report);
        let tools = cell
            .export_tools
            .iter()
            .map(|tool| format!(" {}", tool.name))
            .collect::<String>();
        assert_eq!(
            format!("{} {}{tools}", cell.service, cell.service_type),
            services[index / 4]
        );
        assert_eq!(
            cell.plan,
            ["hobbyist", "startup", "business", "premium"][index % 4]
        );
        assert_eq!(cell.page, format!("/{}/{}/", cell.service, cell.plan));
        assert_eq!(cell.edition, "2023-01");
        assert!(
            cell.service_name.starts_with("Aiven for "),
            "{}",
            cell.service_name
        );
    }
}

#[test]
fn every_cell_cites_its_table_clause_first_and_each_clause_once() {
    for report in reports(&policy()) {
        let cell = CellJson::new(&policy(), &report);
        let ids: Vec<&str> = cell
            .clauses
            .iter()
            .map(|clause| clause.id.as_str())
            .collect();
        assert_eq!(ids[0], format!("table-{}-{}", cell.service, cell.plan));
        assert_eq!(cell.clauses[0].quote, cell.policy_text);
        assert_eq!(cell.clauses[0].section, "Backup profile per service");
        let mut once = ids.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), ids.len(), "{ids:?}");
    }
}
