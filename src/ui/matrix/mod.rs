//! The matrix of services and plans, which is the picker: every cell is a link that names its answer.

mod plan_finder;
mod row;

use yew::prelude::*;

use crate::domain::Page;
use crate::report::stack::StackToggles;
use crate::report::{Matrix, PlanFinderResult, labels};
use crate::ui::env::use_env;
use crate::ui::form::FormState;
use crate::ui::links::Links;
use crate::ui::shared::Shared;
use plan_finder::plan_finder;
use row::{RowState, matrix_row};
pub use row::{cell_element_id, row_element_id};

/// Props of [`PolicyMatrix`].
#[derive(Properties, PartialEq)]
pub struct PolicyMatrixProps {
    /// The services and plans with their answers.
    pub matrix: Shared<Matrix>,
    /// The page that is shown; its row or cell is marked.
    pub selected: Page,
    /// Links that change the stack instead of leading to answers, on the page of the stack.
    pub stack_toggles: Option<Shared<StackToggles>>,
    /// The matrix matched against the requirements; `None` if there are none.
    pub finder: Option<Shared<PlanFinderResult>>,
    /// Path of the page without the requirements.
    pub clear_requirements_path: Option<AttrValue>,
    /// The form fields.
    pub fields: Shared<FormState>,
    /// Builder of links.
    pub links: Links,
}

/// The matrix below the plan finder. All rows are drawn in one pass, so that links of two pages never stand in one table. Roles are
/// explicit, because the rows are laid out as grids.
#[component]
pub fn PolicyMatrix(props: &PolicyMatrixProps) -> Html {
    let env = use_env();
    let matrix = &props.matrix;
    let clear_path = props.clear_requirements_path.as_deref();
    let clear_url = clear_path.map(|path| props.links.href(path));
    let is_index = props.selected == Page::Index;
    let offer_links = is_index.then_some(&props.links);
    html! {
        <nav class="matrix" aria-label="Services and plans">
            { plan_finder(&props.fields, props.finder.as_deref(), clear_url, offer_links, &env) }
            <table role="table" onkeydown={env.on_matrix_keydown.clone()}>
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">{ "Service" }</th>
                        if is_index {
                            <th role="columnheader" scope="col">{ labels::EXPORT_TOOL }</th>
                        }
                        for plan in &matrix.plans {
                            <th role="columnheader" scope="col">{ &plan.name }</th>
                        }
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    for (index, row) in matrix.rows.iter().enumerate() {
                        { matrix_row(row, &matrix.plans, row_state(props, index)) }
                    }
                </tbody>
            </table>
        </nav>
    }
}

fn row_state(props: &PolicyMatrixProps, index: usize) -> RowState<'_> {
    let toggles = props.stack_toggles.as_ref();
    let finder = props.finder.as_ref();
    RowState {
        selected: &props.selected,
        stack_toggles: toggles
            .and_then(|toggles| toggles.rows.get(index))
            .map_or(&[], Vec::as_slice),
        cell_matches: finder
            .and_then(|finder| finder.rows.get(index))
            .map_or(&[], Vec::as_slice),
        is_index: props.selected == Page::Index,
        links: &props.links,
    }
}
