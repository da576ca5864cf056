/**
 * What control tokens of chat templates begin with, such as `<|im_start|>` and `[INST]`. Servers that
 * render a template and then read it as tokens take them for such also within a message
 * (ggml-org/llama.cpp#24382, huggingface/transformers#29279).
 */
const OPENERS = /[<[]/g;
const ESCAPES: Record<string, string> = { '<': '\\u003c', '[': '\\u005b' };

/** As JSON: no text can end its own quotation, nor open a turn of its own. */
export function quote(text: string | null): string {
	return JSON.stringify(text).replace(OPENERS, (opener) => ESCAPES[opener]!);
}
