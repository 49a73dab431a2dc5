/** What differs between two plans, as the engine would see it. */
package com.onlinestore.review.difference;
