/** What the server or the flow says when it cannot do it: `{code, message}`. */
export class ApiError extends Error {
	constructor(status, { code = 'UNREADABLE', message = `The flow answered ${status}.` } = {}) {
		super(message);
		this.status = status;
		this.code = code;
	}
}

export const sendMessage = (message) =>
	request('/api/message', {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(message),
	});

/** Undefined while the contact has written nothing. */
export async function readConversation(id) {
	try {
		return await request(`/api/conversation?${new URLSearchParams({ id })}`);
	} catch (error) {
		if (error.code === 'CONVERSATION_UNKNOWN') return undefined;
		throw error;
	}
}

export const readAbout = () => request('/api/about');

async function request(path, options) {
	const response = await fetch(path, options).catch(() => {
		throw new ApiError(0, { code: 'OFFLINE', message: '`npm start` is no longer running.' });
	});
	const body = await response.json().catch(() => undefined);
	if (!response.ok || body === undefined) throw new ApiError(response.status, body);
	return body;
}
