/** The rows of our dialogs fill whatever width the tray has, so that longer translations fit. */
const STYLE = `
.handover-form .form-row, .handover-row { display: flex; align-items: center; gap: 8px; margin-bottom: 10px; }
.handover-form .form-row > label:first-child, .handover-row > label:first-child { flex: 0 0 145px; width: 145px; margin: 0; }
.handover-form .form-row > input[type=text], .handover-form .form-row > input[type=number],
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
.handover-form .handover-refusal { color: var(--red-ui-text-color-error); }
.handover-scenario-head { display: flex; align-items: center; gap: 8px; }
.handover-scenario-head > input[type=checkbox] { flex: none; width: auto; margin: 0; }
.handover-scenario-head > input[type=text] { flex: 1 1 0; min-width: 0; margin: 0; }
.handover-scenario-head > .handover-scenario-name { flex: 1 1 0; font-weight: bold; }
.handover-scenario-head > .handover-scenario-kind { color: var(--red-ui-secondary-text-color); font-size: 12px; }
.handover-scenario-body { margin: 12px 0 4px; }
.handover-scenario-body .handover-row > label:first-child { flex-basis: 120px; width: 120px; }
.handover-scenario-body .handover-row.handover-more { margin-left: 128px; }
.handover-scenario-body .handover-row textarea { resize: vertical; }
.handover-scenario-body .handover-list { margin-left: 128px; }
.handover-staff-line { display: flex; align-items: center; gap: 8px; margin-bottom: 6px; }
.handover-staff-line > input[type=text] { flex: 1 1 0; min-width: 0; margin: 0; }
.handover-staff-line > label { display: flex; flex: 1 1 0; align-items: center; gap: 6px; margin: 0; font-size: 12px; }
.handover-staff-line > label > input { flex: none; width: auto; margin: 0; }
`;

const ID = 'handover-dialog-style';

if (!document.getElementById(ID)) {
	const style = document.createElement('style');
	style.id = ID;
	style.textContent = STYLE;
	document.head.append(style);
}
