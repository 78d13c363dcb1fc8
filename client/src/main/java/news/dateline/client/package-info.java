/** For those downstream and upstream of Dateline: enriched articles as calls of a handler, raw articles as calls of send. */
package news.dateline.client;
