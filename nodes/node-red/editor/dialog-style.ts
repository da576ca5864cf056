/**
 * The rows of our dialogs fill whatever width the tray has, so that longer translations fit. The editor
 * makes a tray as wide as what is in it, and lets it get no narrower: so texts that can wrap count for
 * nothing there, and every dialog begins with the same width.
 */
const STYLE = `
.handover-form::before { content: ''; display: block; width: 600px; }
.handover-form .handover-hint, .handover-form .handover-check, .handover-form .handover-warning,
.handover-form .handover-trial { contain: inline-size; }
.handover-form .form-row, .handover-row { display: flex; align-items: center; gap: 8px; margin-bottom: 10px; }
.handover-form .form-row > label:first-child, .handover-row > label:first-child { flex: 0 0 145px; width: 145px; margin: 0; }
.handover-form .form-row > input[type=text], .handover-form .form-row > input[type=number],
.handover-form .form-row > input[type=password], .handover-form .form-row > textarea,
.handover-form .form-row > select, .handover-form .form-row > div,
.handover-row > input[type=text], .handover-row > input[type=number], .handover-row > select,
.handover-row > textarea { flex: 1 1 0; min-width: 0; width: auto !important; margin: 0 !important; }
.handover-form .form-row > div > select { min-width: 0; }
.handover-form .form-row > .red-ui-typedInput-container { flex: 1 1 0; min-width: 0; width: auto !important; }
.handover-form .form-row > select.handover-unit, .handover-row > select.handover-unit { flex: 0 0 110px; }
.handover-form .form-row > input[type=checkbox], .handover-row > input[type=checkbox] { flex: none; width: auto !important; margin: 0; }
.handover-form .form-row > label.handover-check { flex: 1 1 0; width: auto; margin: 0; }
.handover-form .handover-stacked { flex-wrap: wrap; }
.handover-form .form-row.handover-stacked > label:first-child { flex: 1 0 100%; }
.handover-form .form-row.handover-stacked > .red-ui-typedInput-container { flex: 1 0 100%; }
.handover-form .handover-check-row { padding-left: 153px; }
.handover-form .handover-heading { margin: 18px 0 8px; font-weight: bold; color: var(--red-ui-header-text-color); }
.handover-form .handover-hint, .handover-hint { margin: -4px 0 10px 153px; font-size: 12px; color: var(--red-ui-secondary-text-color); }
.handover-form .handover-hint.handover-wide { margin-left: 0; }
.handover-form .handover-list { margin-bottom: 10px; }
.handover-form .handover-columns { display: grid; grid-template-columns: 1fr 1fr; gap: 6px 12px; }
.handover-form .handover-columns label { display: flex; align-items: center; gap: 6px; width: auto; margin: 0; }
.handover-form .handover-columns input { flex: none; width: auto; margin: 0; }
.handover-form .handover-refusal, .handover-form .handover-fault { color: var(--red-ui-text-color-error); }
.handover-scenario-head { display: flex; align-items: center; gap: 8px; }
.handover-scenario-head > input[type=checkbox] { flex: none; width: auto; margin: 0; }
.handover-scenario-head > input[type=text] { flex: 1 1 0; min-width: 0; margin: 0; }
.handover-scenario-head > .handover-scenario-name { flex: 1 1 0; font-weight: bold; }
.handover-scenario-head > .handover-scenario-kind { color: var(--red-ui-secondary-text-color); font-size: 12px; }
.handover-scenario-body { margin: 12px 0 4px; }
.handover-scenario-body .handover-row > label:first-child { flex-basis: 135px; width: 135px; }
.handover-scenario-body .handover-row.handover-more { margin-left: 143px; }
.handover-form .handover-scenario-body .handover-hint { margin: 0 0 10px 143px; }
.handover-scenario-body .handover-row textarea { resize: vertical; }
.handover-scenario-body .handover-list { margin-left: 143px; }
.handover-overlaps { position: sticky; bottom: 0; z-index: 1; background: var(--red-ui-primary-background); }
#handover-scenarios .red-ui-editableList-item-handle { top: 18px; }
.handover-form .red-ui-editableList-item-handle:focus-visible { outline: 2px solid var(--red-ui-form-input-focus-color); outline-offset: 2px; border-radius: 2px; }
.handover-spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.handover-warning { display: flex; gap: 8px; margin-bottom: 8px; padding: 6px 10px; border-left: 3px solid var(--red-ui-border-color-warning); font-size: 12px; }
.handover-warning > i { margin-top: 3px; color: var(--red-ui-text-color-warning); }
.handover-trial { margin-bottom: 10px; padding: 10px 12px; border: 1px solid var(--red-ui-form-input-border-color); border-radius: 4px; overflow-wrap: anywhere; }
.handover-trial[aria-busy=true] { opacity: 0.7; }
.handover-trial-empty { color: var(--red-ui-secondary-text-color); }
.handover-trial-fault { color: var(--red-ui-text-color-error); }
.handover-verdict { display: flex; flex-wrap: wrap; gap: 2px 14px; margin-bottom: 6px; }
.handover-verdict > span, .handover-evidence { font-size: 12px; color: var(--red-ui-secondary-text-color); }
.handover-verdict > span { line-height: 20px; }
.handover-evidence { display: flex; flex-wrap: wrap; gap: 2px 6px; margin-bottom: 6px; }
.handover-evidence > q { color: var(--red-ui-primary-text-color); }
.handover-evidence mark { border-radius: 2px; background: color-mix(in srgb, var(--red-ui-text-color-warning) 35%, transparent); color: inherit; }
.handover-trial .handover-bars { margin: 8px 0 0; list-style: none; }
.handover-bars > li { display: grid; grid-template-columns: 160px 1fr 52px; gap: 10px; align-items: center; padding: 3px 0; }
.handover-bar-name { overflow-wrap: anywhere; line-height: 16px; }
.handover-bar-value { text-align: right; font-variant-numeric: tabular-nums; }
.handover-bar { position: relative; height: 10px; border-radius: 5px; background: var(--red-ui-secondary-border-color); }
.handover-bar-fill { position: absolute; inset: 0 auto 0 0; border-radius: 5px; background: var(--red-ui-secondary-text-color); }
.handover-bar-mark { position: absolute; top: -3px; bottom: -3px; width: 2px; margin-left: -1px; background: var(--red-ui-primary-text-color); }
.handover-bar-chosen { font-weight: bold; }
.handover-bar-chosen .handover-bar-fill { background: var(--red-ui-text-color-link); }
.handover-bar-off { opacity: 0.5; }
.handover-staff-heads { display: flex; gap: 8px; margin: 0 72px 4px 28px; font-size: 12px; color: var(--red-ui-secondary-text-color); }
.handover-staff-heads > span { flex: 1 1 0; min-width: 0; }
.handover-staff-line { display: flex; align-items: center; gap: 8px; margin-bottom: 6px; }
.handover-staff-line > input[type=text] { flex: 1 1 0; width: 0; min-width: 0; margin: 0; }
.handover-staff-line > label { display: flex; flex: 1 1 0; align-items: center; gap: 6px; margin: 0; font-size: 12px; }
.handover-form .handover-staff-line > label > input { flex: none; width: auto; margin: 0; }
.handover-staff-line > .handover-fold { flex: none; width: 30px; }
.handover-staff-body { margin-top: 10px; }
`;

const ID = 'handover-dialog-style';

if (!document.getElementById(ID)) {
	const style = document.createElement('style');
	style.id = ID;
	style.textContent = STYLE;
	document.head.append(style);
}
