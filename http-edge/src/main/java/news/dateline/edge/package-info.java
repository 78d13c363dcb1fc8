/**
 * What the HTTP edge of every service has alike: errors as problem+json, and the description of its API. No service's
 * own routes or rules stand here.
 */
package news.dateline.edge;
