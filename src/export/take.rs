//! A view in the form in which it is taken along.

use super::data;
use super::ics::{self, Event};
use super::link::data_link;
use super::prose::{Form, prose};
use super::svg::{self, Scheme};
use crate::domain::moment::Utc;
use crate::domain::text::join;
use crate::domain::{Moment, Policy, Selection, address};
use crate::report::{Clock, IncidentReport, Panel, Screen, Sheet, Take};

/// What was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Its form.
    pub form: Take,
    /// The name of the file; what is copied has none.
    pub name: String,
    /// The text; of a picture in pixels a link that holds what it is painted from, then one that holds it.
    pub text: String,
}

/// A view to be taken along.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The policy.
    pub policy: &'a Policy,
    /// What is shown.
    pub selection: &'a Selection,
    /// The moment at which it is taken.
    pub now: Option<Moment>,
    /// The address of the site's root.
    pub root: &'a str,
}

/// What a file of the page of this address is called: "backup-redis-business.csv".
fn file_name(place: &str, ending: &str) -> String {
    let words = join(&["backup", &place.replace('/', "-")], "-");
    join(&[words.trim_end_matches('-'), ending], ".")
}

impl View<'_> {
    /// The view in a form.
    pub fn take(&self, form: Take) -> Taken {
        let address = self.address();
        let sheet = || Sheet::new(self.policy, self.selection, self.now, &address);
        let text = match form {
            Take::Link => address.clone(),
            Take::Markdown => prose(&sheet(), Form::Markdown),
            Take::Plain => prose(&sheet(), Form::Plain),
            Take::Csv => data::table(&sheet()),
            Take::Json => data::json(&sheet()),
            Take::Svg => svg::card(&sheet(), Scheme::Auto),
            Take::Png => data_link("image/svg+xml", &svg::card(&sheet(), Scheme::Light)),
            Take::Calendar => self.deadline(&sheet()).unwrap_or_default(),
        };
        let name = form
            .file()
            .map(|(ending, _)| file_name(&self.place(), ending));
        Taken {
            form,
            name: name.unwrap_or_default(),
            text,
        }
    }

    /// Its address, as it is sent to others: how the page is shown is nobody else’s matter.
    pub fn address(&self) -> String {
        let Selection { page, case } = self.selection;
        let place = address::encode_with(self.policy, page, &case.plain());
        join(&[self.root, &place], "")
    }

    /// The address of its page below the root, without what is asked.
    fn place(&self) -> String {
        address::encode(self.policy, &self.selection.page)
    }

    fn clock(&self) -> Clock<'_> {
        Clock {
            now: self.now,
            zone: &Utc,
        }
    }

    /// The deadline of an incident as a file for calendars; nothing where there is none.
    fn deadline(&self, sheet: &Sheet) -> Option<String> {
        let (service, plan) = self.selection.cell()?;
        let case = &self.selection.case;
        let Panel::Answer(report) = Screen::new(self.policy, self.selection).panel else {
            return None;
        };
        let told = IncidentReport::new(self.policy, &report, case, self.clock())?;
        let (service, plan) = (self.policy.service(service), self.policy.plan(plan));
        let at = case.at?.to_string();
        Some(ics::file(&[Event {
            name: join(&["incident", &service.slug, &plan.slug, &at], "-"),
            made: self.now?.utc(),
            start: ics::Start::Moment(told.act_before?),
            summary: join(&["Restore by now: ", &sheet.title], ""),
            text: prose(sheet, Form::Plain),
            alarms: &ics::BEFORE_A_MOMENT,
        }]))
    }
}
