/**
 * Makes a retried request safe (IETF draft-ietf-httpapi-idempotency-key-header): the first answer is kept in Kafka, in
 * one transaction with the articles that it is about, and is given again by whichever instance meets the retry.
 */
package news.dateline.ingest.idempotency;
