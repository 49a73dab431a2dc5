/** Components for stacks in other languages: thin adapters over the program's own parts. */
package com.onlinestore.plugin;
