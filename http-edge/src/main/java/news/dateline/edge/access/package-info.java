/** Who may do what: API keys with roles and quotas, and the record of what was done. No keys, no restrictions. */
package news.dateline.edge.access;
