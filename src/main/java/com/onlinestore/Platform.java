package com.onlinestore;

import com.onlinestore.components.mesh.Mesh;
import com.onlinestore.components.observability.Monitoring;

/**
 * What a store finds on its cluster.
 *
 * @param mesh that it joins
 * @param monitoring that watches it
 */
public record Platform(Mesh mesh, Monitoring monitoring) {}
