/**
 * A plan and a change as a reviewer reads them: in a terminal, as a comment, as JSON, as a page.
 */
package com.onlinestore.review.report;
