//! One reducer, one memo, the wiring. The state holds only what the user chose; the rest is derived from it.
//! A component with a method for each step of its life, since hooks would cost every visitor 4 KB more.

mod hand;
mod journey;
mod keys;
mod links;
mod state;

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::{Interval, Timeout};
use web_sys::Element;
use yew::prelude::*;

use crate::browser::page::{self, SiteRoot};
use crate::browser::{self, clipboard, files, mount, time};
use crate::domain::{Policy, Selection, TimeZone, Timestamp, url};
use crate::export::exporter::ExportContext;
use crate::report::form::SLIDER;
use crate::report::{Matrix, PageContent, TimeContext, url_warning};
use crate::ui::{ShellProps, Versions, shell};
use journey::Journey;
use state::{Action, State, Trip};

/// Props of [`App`]: what stays the same as long as it runs.
#[derive(Clone, Properties)]
struct AppProps {
    policy: Rc<Policy>,
    matrix: Rc<Matrix>,
    root: SiteRoot,
    host: Element,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.policy, &other.policy)
    }
}

/// Mounts the app over the written page. Without a root from the loader there is no page to mount over.
pub fn start(policy: Policy) {
    let (Some(root), Some(host)) = (SiteRoot::read(), mount::create_mount_point()) else {
        return;
    };
    let policy = Rc::new(policy);
    let matrix = Rc::new(Matrix::new(&policy));
    let props = AppProps {
        policy,
        matrix,
        root,
        host: host.clone(),
    };
    yew::Renderer::<App>::with_root_and_props(host, props).render();
}

/// Milliseconds until what lies below the answer is drawn after a change in place.
const FRAME: u32 = 16;

/// Milliseconds without a step of the slider after which the parts that are held still follow.
const REST: u32 = 100;

/// Milliseconds between two looks at the clock.
const SECOND: u32 = 1000;

/// Milliseconds without typing after which the address is written.
const PAUSE: u32 = 300;

struct App {
    state: State,
    /// Derived from the selection, anew whenever that changes.
    screen: Rc<PageContent>,
    journey: Rc<RefCell<Journey>>,
    /// Whether a change in place waits to be drawn.
    arriving: bool,
    /// Whether an element had the focus before what waits to be drawn.
    focused: bool,
    /// Runs while the matrix and what lies below the figures wait for their turn, so that the answer itself comes at once.
    rest: Option<Timeout>,
    /// Whether what was taken along is to be handed over, once it is drawn.
    handing: bool,
    /// What of these is drawn.
    versions: Versions,
    /// Now, by the minute: the machine's clock may jump, and is asked each second.
    now: Option<Timestamp>,
    zone: Rc<dyn TimeZone>,
    /// Runs while what was typed waits to be written into the address, which browsers allow only so often.
    saving: Option<Timeout>,
    _ticking: Interval,
    _scrolling: [EventListener; 2],
    _hushing: [EventListener; 2],
    _travel: EventListener,
}

impl Component for App {
    type Message = Action;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let AppProps { policy, root, .. } = ctx.props();
        let state = State::at(policy, root.current_path());
        let journey = Rc::new(RefCell::new(Journey::here()));
        let travelled = ctx.link().callback({
            let (props, journey) = (ctx.props().clone(), journey.clone());
            move |()| {
                journey.borrow_mut().travel();
                Action::Go(
                    State::at(&props.policy, props.root.current_path()),
                    Trip::Travelled,
                )
            }
        });
        let tick = ctx.link().callback(|()| Action::Tick);
        Self {
            screen: Rc::new(PageContent::new(policy, &state.selection)),
            state,
            journey,
            arriving: false,
            focused: false,
            rest: None,
            handing: false,
            versions: Versions::default(),
            now: time::now(),
            zone: Rc::new(time::BrowserTimeZone::detect()),
            saving: None,
            _ticking: Interval::new(SECOND, move || tick.emit(())),
            _scrolling: page::manage_scroll_restoration(),
            _hushing: page::hide_tooltips_on_escape(),
            _travel: page::on_popstate(move || travelled.emit(())),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        match &action {
            Action::Copy(id) => {
                let (link, copied) = (ctx.link().clone(), id.clone());
                let done = move |worked| link.send_message(Action::Copied(copied, worked));
                clipboard::copy(id, done);
                return false;
            }
            Action::Take(form) => {
                let view = ExportContext {
                    policy: &ctx.props().policy,
                    selection: &self.state.selection,
                    now: self.now,
                    root: ctx.props().root.as_str(),
                };
                hand::take(&view, *form, ctx.link());
                return false;
            }
            Action::Taken(_) => self.handing = true,
            // On the same page everything stays where it is.
            Action::Go(next, _) if next.selection.page != self.state.selection.page => {
                self.depart();
            }
            Action::Go(..) | Action::Dismiss => self.focused = !browser::focus_is_on_body(),
            // A clock that shows the same minute changes nothing.
            Action::Tick if std::mem::replace(&mut self.now, time::now()) == self.now => {
                return false;
            }
            _ => {}
        }
        self.hold(ctx, &action);
        let before = self.state.selection.clone();
        let clock = TimeContext {
            now: self.now,
            zone: &*self.zone,
        };
        let typed = matches!(action, Action::Type(..));
        self.state.reduce(action, clock);
        if typed {
            self.save(ctx);
        }
        let after = &self.state.selection;
        let (now, then) = (&after.scenario, &before.scenario);
        if now.display != then.display {
            page::apply_display_options(now.display);
        }
        let typed_only =
            now.stack == then.stack && now.service.persistence_disabled == then.service.persistence_disabled;
        if after.page != before.page || !typed_only {
            self.screen = Rc::new(PageContent::new(&ctx.props().policy, &self.state.selection));
            page::set_title(&self.screen.title);
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let AppProps { policy, matrix, .. } = ctx.props();
        let link = ctx.link();
        let announcement = if self.state.visits > 0 {
            self.screen.title.clone()
        } else {
            String::new()
        };
        let props = ShellProps {
            policy: policy.clone(),
            matrix: matrix.clone(),
            selection: self.state.selection.clone(),
            screen: self.screen.clone(),
            links: self.links(ctx.props()),
            whole: self.rest.is_none(),
            versions: self.versions,
            drafts: self.state.drafts.clone(),
            now: self.now,
            zone: self.zone.clone(),
            notes: self
                .state
                .ignored
                .iter()
                .map(url_warning::describe_warning)
                .collect(),
            announcement,
            copied: self.state.copied.clone(),
            onclick: self.follow_links(ctx),
            oninput: link.batch_callback(|event: InputEvent| {
                browser::typed(&event).map(|(id, value)| Action::Type(id, value))
            }),
            onkeydown: Callback::from({
                let matrix = matrix.clone();
                move |event| keys::move_focus(&event, &matrix)
            }),
            oncopy: link.callback(Action::Copy),
            taken: self.state.taken.clone(),
            ontake: link.callback(Action::Take),
            onprint: Callback::from(|_| files::print()),
            ondismiss: link.callback(|_| Action::Dismiss),
        };
        shell(&Rc::new(props))
    }

    /// Takes over the written page at first; after each change in place sets the scroll position, and the focus
    /// where its element is gone.
    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            mount::replace_prerendered(&ctx.props().host);
            page::set_title(&self.screen.title);
            page::apply_display_options(self.state.selection.scenario.display);
        }
        if std::mem::take(&mut self.arriving) {
            page::scroll_to(self.journey.borrow().position());
        }
        if let Some(taken) = &self.state.taken
            && std::mem::take(&mut self.handing)
        {
            hand::over(taken, ctx.link());
        }
        if std::mem::take(&mut self.focused) && browser::focus_is_on_body() {
            browser::focus_without_scroll("headline");
        }
    }
}

impl App {
    /// Before a change in place.
    fn depart(&mut self) {
        self.arriving = true;
        self.focused = !browser::focus_is_on_body();
    }

    /// Another answer and a step of the slider are drawn at once; all else follows, after a frame, or when the slider
    /// rests. Going back needs the whole height at once, to scroll to where it was.
    fn hold(&mut self, ctx: &Context<Self>, action: &Action) {
        let wait = match action {
            Action::Go(next, Trip::Followed) => {
                (next.selection.page != self.state.selection.page).then_some(FRAME)
            }
            Action::Type(id, _) => (id == SLIDER).then_some(REST),
            _ => None,
        };
        let link = ctx.link().clone();
        self.rest =
            wait.map(|wait| Timeout::new(wait, move || link.send_message(Action::Complete)));
        if wait.is_none() {
            self.versions.matrix += 1;
            self.versions.rest += 1;
        }
        // An incident is answered together with its picture.
        let unasked =
            matches!(action, Action::Go(next, _) if next.selection.scenario.incident.at.is_none());
        if wait.is_none() || !unasked {
            self.versions.picture += 1;
        }
    }

    /// Writes the case into the address, once typing pauses.
    fn save(&mut self, ctx: &Context<Self>) {
        let AppProps { policy, root, .. } = ctx.props();
        let Selection {
            page,
            scenario: case,
        } = &self.state.selection;
        let address = format!(
            "{}{}",
            root.as_str(),
            url::encode_with_query(policy, page, case)
        );
        let journey = self.journey.clone();
        journey.borrow_mut().rename(address);
        self.saving = Some(Timeout::new(PAUSE, move || journey.borrow_mut().save()));
    }
}
