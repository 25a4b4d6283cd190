//! Validation of what a policy file says of other times than its own.

use super::super::edition::PolicyDate;
use super::Validator;

impl Validator<'_> {
    /// Checks the changes, the services that are gone, and the remarks: their days, services, clauses and pages.
    pub(super) fn check_changes(&mut self) {
        let raw = self.raw;
        let gone = raw.gone_services.iter().map(|gone| gone.slug.as_str());
        let services = raw.services.iter().map(|service| service.slug.as_str());
        let known: Vec<&str> = services.chain(gone).collect();
        for (index, change) in raw.changes.iter().enumerate() {
            let path = format!("changes.{index}");
            self.check_dates(&path, [&change.since]);
            self.check_known(&path, &change.services, &known);
            if let Some(clause) = &change.after {
                self.check_clause(&path, clause);
            }
        }
        for service in &raw.gone_services {
            let path = format!("gone_services.{}", service.slug);
            self.check_dates(
                &path,
                [&service.left_table].into_iter().chain(&service.ended),
            );
            if let Some(page) = &service.page {
                self.check_doc_page(&path, page);
            }
        }
        for (index, remark) in raw.remarks.iter().enumerate() {
            let path = format!("remarks.{index}");
            let mut ids = raw.clauses.iter().map(|clause| &clause.id);
            let mut earlier = raw.remarks[..index].iter().map(|earlier| &earlier.id);
            if ids.any(|id| *id == remark.id) || earlier.any(|id| *id == remark.id) {
                self.add_problem(&path, format!("the id “{}” is used twice", remark.id));
            }
            self.check_dates(&path, [&remark.on].into_iter().chain(&remark.ended));
            self.check_known(&path, &remark.services, &known);
            self.check_doc_page(&path, &remark.page);
        }
    }

    pub(super) fn check_dates<'d>(
        &mut self,
        path: &str,
        dates: impl IntoIterator<Item = &'d String>,
    ) {
        for date in dates {
            // A month is read, too, but is no day.
            if date.len() != 10 || date.parse::<PolicyDate>().is_err() {
                self.add_problem(path, format!("“{date}” is not a day as YYYY-MM-DD"));
            }
        }
    }

    fn check_known(&mut self, path: &str, services: &[String], known: &[&str]) {
        for slug in services {
            if !known.contains(&slug.as_str()) {
                self.add_problem(path, format!("there is no service “{slug}”"));
            }
        }
    }
}
