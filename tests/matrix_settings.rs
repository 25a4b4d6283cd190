//! The matrix and the plan finder of services with other settings than the usual ones.

mod fixtures;

use std::rc::Rc;

use backup_calculator::domain::url::decode;
use backup_calculator::report::{PageContent, PlanFinderResult};
use fixtures::{UNKNOWN_TIME, policy};

#[test]
fn with_persistence_off_matrix_and_plan_finder_have_no_backups_either() {
    let policy = policy();
    let content = |query: &str| {
        let selection = decode(&policy, "", query).0;
        PageContent::new(&policy, &selection, UNKNOWN_TIME)
    };
    let labels = |content: &PageContent, slug: &str| {
        let mut rows = content.matrix.rows.iter();
        let row = rows.find(|row| row.service.slug == slug).unwrap();
        let labels = row.cells.iter().map(|cell| cell.label.to_string());
        labels.collect::<Vec<_>>().join(", ")
    };
    let (on, off) = (content("back=3d"), content("back=3d&persistence=off"));
    assert_eq!(labels(&off, "redis"), ["No backups"; 4].join(", "));
    assert_ne!(labels(&on, "redis"), labels(&off, "redis"));
    assert_eq!(labels(&on, "postgresql"), labels(&off, "postgresql"));
    let (on_finder, off_finder) = (on.finder.as_ref().unwrap(), off.finder.as_ref().unwrap());
    let names = |finder: &PlanFinderResult| {
        let offers = finder.offers.iter().map(|offer| offer.name.clone());
        offers.collect::<Vec<_>>()
    };
    assert!(names(on_finder).contains(&"Redis Business".to_owned()));
    let without_redis = |name: &String| !name.starts_with("Redis ");
    let rest: Vec<String> = names(on_finder).into_iter().filter(without_redis).collect();
    assert_eq!(names(off_finder), rest);
    assert!(
        off_finder
            .caveats
            .iter()
            .all(|caveat| !caveat.contains("Redis"))
    );
    // An update rebuilds both only if the setting changed.
    let selection = decode(&policy, "", "back=3d&persistence=off").0;
    let updated = on.updated(&policy, &selection, UNKNOWN_TIME);
    assert_eq!(updated, off);
    let selection = decode(&policy, "", "back=4d&persistence=off").0;
    let again = updated.updated(&policy, &selection, UNKNOWN_TIME);
    assert!(Rc::ptr_eq(&updated.matrix, &again.matrix));
}
