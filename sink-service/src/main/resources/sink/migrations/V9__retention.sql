CREATE INDEX articles_by_arrival ON articles (received_at);
CREATE INDEX dead_letters_by_time ON dead_letters (failed_at);
