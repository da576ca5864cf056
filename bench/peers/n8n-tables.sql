CREATE TABLE peer_messages (
	id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	conversation_id TEXT NOT NULL,
	author TEXT NOT NULL,
	text TEXT NOT NULL,
	at TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX ON peer_messages (conversation_id);

CREATE TABLE peer_tasks (
	id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	conversation_id TEXT NOT NULL,
	description TEXT NOT NULL,
	due_at TIMESTAMPTZ NOT NULL,
	assignee TEXT NOT NULL
);
CREATE INDEX ON peer_tasks (conversation_id);

CREATE TABLE peer_notifications (
	id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	conversation_id TEXT NOT NULL,
	staff TEXT NOT NULL,
	at TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE TABLE peer_tags (
	conversation_id TEXT NOT NULL,
	tag TEXT NOT NULL,
	PRIMARY KEY (conversation_id, tag)
);

CREATE TABLE peer_staff (name TEXT PRIMARY KEY, assigned_at TIMESTAMPTZ NOT NULL DEFAULT now());
INSERT INTO peer_staff (name) VALUES ('Ana'), ('Ben'), ('Chloe');
