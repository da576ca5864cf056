/** A field's name in the words of the dialogs: `keepCurrentAssignee` is "Keep Current Assignee". */
export function fieldLabel(name: string): string {
	const words = name.replace(/[A-Z]/g, ' $&').replace(/\bId\b/g, 'ID');
	return words.charAt(0).toUpperCase() + words.slice(1);
}
