/** The run of a program under Pulumi's engine, at less cost than the SDK's own. */
package com.onlinestore.engine;
