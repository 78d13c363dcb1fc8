-- Retention asks for what is old.
CREATE INDEX alerts_by_age ON alerts (created_at) WHERE state <> 'waiting';
CREATE INDEX trends_by_age ON trends (window_start);
